package org.waymark.site;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page as it is sent: each of its modules and style sheets is asked for by an address with the
 * hash of its content, which a browser keeps for good, and all modules of a script are named before
 * it, so that they come side by side and not level by level. Modules go on naming each other by
 * plain addresses; the import map leads them to the others.
 *
 * @param hash of the text
 * @param importMap what stands between the tags
 */
record Page(String text, String hash, String importMap) {
  private static final Pattern IMPORT_MAP =
      Pattern.compile(
          "\\s*<script type=\"importmap\">\\{\"imports\":\\{(.*?)}}</script>", Pattern.DOTALL);
  private static final Pattern SCRIPT =
      Pattern.compile("<script type=\"module\" src=\"(/[\\w./-]+)[^>]*>");
  private static final Pattern ASKED =
      Pattern.compile("(?:href|src)=\"(/[\\w./-]+\\.(?:js|css))\"");

  /**
   * @param address of the page's folder, with a slash at its end
   */
  static Page of(String address, NamedFiles named) {
    String text = NamedFiles.text(address);
    SortedMap<String, String> files = named.reach(List.of(address), Page::isVersioned);
    files.remove(address);
    Matcher plainMap = IMPORT_MAP.matcher(text);
    String libraries = plainMap.find() ? plainMap.group(1) + "," : "";
    String importMap =
        "{\"imports\":{"
            + libraries
            + modules(files)
                .map(url -> "\"%s\":\"%s\"".formatted(url, versioned(url, files)))
                .collect(Collectors.joining(","))
            + "}}";
    String plain =
        ASKED
            .matcher(plainMap.replaceFirst(""))
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        m.group().replace(m.group(1), versioned(m.group(1), files))));
    StringBuilder whole = new StringBuilder();
    Set<String> told = new HashSet<>();
    Matcher scripts = SCRIPT.matcher(plain);
    while (scripts.find()) {
      String head = told.isEmpty() ? "<script type=\"importmap\">" + importMap + "</script>" : "";
      Stream<String> its =
          modules(named.reach(List.of(scripts.group(1)), Page::isVersioned)).filter(told::add);
      scripts.appendReplacement(
          whole,
          Matcher.quoteReplacement(
              head + preloads(its.map(url -> versioned(url, files))) + "\n  " + scripts.group()));
    }
    scripts.appendTail(whole);
    String sent = whole.toString();
    return new Page(sent, ContentHashes.of(sent.getBytes(StandardCharsets.UTF_8)), importMap);
  }

  static String preloads(Stream<String> modules) {
    return modules
        .map("\n  <link rel=\"modulepreload\" href=\"%s\">"::formatted)
        .collect(Collectors.joining());
  }

  /** Libraries carry their version in the path. */
  private static boolean isVersioned(String url) {
    return !url.startsWith("/webjars/") && (url.endsWith(".js") || url.endsWith(".css"));
  }

  private static Stream<String> modules(SortedMap<String, String> files) {
    return files.keySet().stream().filter(url -> url.endsWith(".js"));
  }

  private static String versioned(String url, SortedMap<String, String> files) {
    String hash = files.get(url);
    return hash == null ? url : url + "?" + StaticFiles.VERSION + "=" + StaticFiles.version(hash);
  }
}
