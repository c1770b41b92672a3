package org.waymark.access;

/**
 * Published on each instance by whoever hears the database, in order and before anything else is
 * told of what was heard.
 *
 * @param hearing false from the moment on in which a change could be missed
 * @param accountId which one changed; null = any
 */
public record AccountNews(boolean hearing, Long accountId) {
  /** What PostgreSQL calls the channel; its text is district code and account id. */
  public static final String CHANNEL = "waymark_accounts";
}
