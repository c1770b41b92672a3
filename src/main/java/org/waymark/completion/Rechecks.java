package org.waymark.completion;

/**
 * The random re-check in numbers.
 *
 * @param accepted reports that are accepted now
 * @param drawn of these, those that were drawn
 * @param open of these, those that nobody has looked at again
 */
public record Rechecks(long accepted, long drawn, long open) {}
