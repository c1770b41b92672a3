package org.waymark.features;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Filters of every sort: words of the language in any order, well formed ones, plain noise. */
final class FilterTexts {
  private static final String[] WORDS = {
    "project",
    "name",
    "lengthM",
    "state",
    "day",
    "geometry",
    "withheld",
    "code",
    "=",
    "<>",
    "<",
    ">=",
    "(",
    ")",
    ",",
    "AND",
    "OR",
    "NOT",
    "LIKE",
    "BETWEEN",
    "IN",
    "IS",
    "NULL",
    "TRUE",
    "FALSE",
    "1",
    "-3.5",
    "1e30",
    "1e999",
    "'%路'",
    "'a''b'",
    "'\\'",
    "'%\\'",
    "\"name\"",
    "DATE('2026-07-08')",
    "TIMESTAMP('2026-07-08T00:00:00Z')",
    "S_INTERSECTS(geometry,",
    "POINT(108.5 29.5)",
    "BBOX(108,29,109,30)",
    "POLYGON((108 29,109 29,109 30,108 29))",
    "LINESTRING(108 29)",
    "POINT(1e308 1e308)",
    "MULTIPOINT((1 1),(2 2))",
    "CASEI(name)",
    "'",
    ";",
    "--",
    "{",
    "}",
    "%s",
    ":p0",
    "?"
  };

  private FilterTexts() {}

  static Arbitrary<String> any() {
    Arbitrary<String> words =
        Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(14).map(all -> String.join(" ", all));
    return Arbitraries.oneOf(words, wellFormed(), json(), Arbitraries.strings().ofMaxLength(40));
  }

  private static Arbitrary<String> wellFormed() {
    Arbitrary<String> one =
        Arbitraries.of(
            "project = 9",
            "project IN (1,9,18)",
            "lengthM > 1e30",
            "lengthM BETWEEN -5 AND 1000",
            "name LIKE '%\\%'",
            "name LIKE '\\'",
            "name < 'z'",
            "day <= DATE('9998-12-31')",
            "state IS NULL",
            "S_INTERSECTS(geometry, POINT(108.7 29.5))",
            "S_INTERSECTS(geometry, POINT(1e308 -1e308))",
            "S_INTERSECTS(BBOX(-180,-90,180,90), geometry)",
            "S_INTERSECTS(geometry, POLYGON((108.5 29.3, 108.8 29.3, 108.8 29.6, 108.5 29.3)))",
            "TRUE",
            "FALSE");
    return one.list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .flatMap(
            parts ->
                Arbitraries.of(" AND ", " OR ", " AND NOT ", " OR NOT ")
                    .map(w -> String.join(w, parts)));
  }

  private static Arbitrary<String> json() {
    Arbitrary<String> arg =
        Arbitraries.of(
            "{\"property\":\"project\"}",
            "{\"property\":\"name\"}",
            "{\"property\":\"geometry\"}",
            "9",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "null",
            "true",
            "[1,2]",
            "{\"date\":\"2026-07-08\"}",
            "{\"bbox\":[1,2,3,4]}",
            "{\"type\":\"Point\",\"coordinates\":[108,29]}",
            "{\"type\":\"Point\",\"coordinates\":[]}",
            "{\"type\":\"Polygon\",\"coordinates\":[[[1,1]]]}",
            "1e99999",
            "{\"op\":\"not\",\"args\":[true]}");
    return Arbitraries.of(
            "=",
            "<>",
            "like",
            "in",
            "between",
            "isNull",
            "and",
            "or",
            "not",
            "s_intersects",
            "casei")
        .flatMap(
            op ->
                arg.list()
                    .ofMaxSize(3)
                    .map(
                        args ->
                            "{\"op\":\"" + op + "\",\"args\":[" + String.join(",", args) + "]}"));
  }
}
