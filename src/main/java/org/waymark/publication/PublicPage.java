package org.waymark.publication;

/**
 * The facts as they are served.
 *
 * @param tag of this very content
 * @param json UTF-8
 */
public record PublicPage(String tag, byte[] json) {}
