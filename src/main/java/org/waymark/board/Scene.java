package org.waymark.board;

/**
 * One picture of a playlist.
 *
 * @param kind district, project, township, leaders, recent, countdown or wall
 * @param project number; missing in a project scene = each in turn
 * @param township code; missing in a township scene = each in turn
 * @param seconds how long it stands
 */
record Scene(String kind, Integer project, String township, Integer seconds) {}
