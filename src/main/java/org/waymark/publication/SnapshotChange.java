package org.waymark.publication;

/**
 * One difference between what is published and a draft.
 *
 * @param kind light, percent, quantity, township, photo or places
 * @param township code; missing where it is about the district
 * @param indicator code; missing where it is about the project
 * @param from missing where it is new
 * @param to missing where it is gone
 */
record SnapshotChange(
    String kind, Integer project, String indicator, String township, String from, String to) {}
