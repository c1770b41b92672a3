package org.waymark.completion;

import java.util.List;

/**
 * @param total of all pages
 * @param next null on the last page
 */
public record ReportPage(List<Report> reports, long total, Long next) {}
