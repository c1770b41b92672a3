package org.waymark.intake;

import java.util.List;
import java.util.Map;

/**
 * A project's row of an annex.
 *
 * @param tier the heading above it, "" where there is none
 * @param units as printed, in order
 * @param content yearly target, or what is built
 * @param gates text by the head of its column, in the order of columns; empty in Annex 1
 */
record NoticeRow(
    int number,
    String tier,
    String name,
    List<String> units,
    String content,
    Map<String, String> gates) {}
