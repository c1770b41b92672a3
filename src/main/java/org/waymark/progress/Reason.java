package org.waymark.progress;

import java.util.Map;

/**
 * Why a light is as it is; its words are {@code reason.<code>} in the reader's language.
 *
 * @param name what it is about where its track has several parts, else null
 * @param args figures as numbers, days as LocalDate, texts as the plan words them
 */
public record Reason(String code, String name, Map<String, Object> args) {}
