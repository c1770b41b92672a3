package org.waymark.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The files that the field page needs without a network: what it names, and what those name, each
 * with the hash of its content. The page cannot be given a file that is not in the list.
 */
@Component
class FieldShell {
  static final String PAGE = "/field/";
  static final String WORKER = "/field/service-worker.js";
  private static final Pattern NAMED =
      Pattern.compile("[\"']((?:/|\\./|\\.\\./)[\\w./-]+\\.(?:js|css|svg|png|webmanifest))[\"']");
  private static final Pattern NOTHING = Pattern.compile("(?!)");
  private final ContentHashes hashes;
  private volatile Shell shell;

  FieldShell(ContentHashes hashes) {
    this.hashes = hashes;
  }

  /**
   * @param id changes whenever one of the files does
   * @param files address → hash, in the order of the addresses
   * @param page its text, which tells the browser of every module at once
   */
  record Shell(String id, Map<String, String> files, String page) {}

  Shell shell() {
    if (shell == null) shell = build();
    return shell;
  }

  static Resource resource(String url) {
    if (url.equals(PAGE)) return new ClassPathResource("static/field/index.html");
    return new ClassPathResource(
        url.startsWith("/webjars/") ? "META-INF/resources" + url : "static" + url);
  }

  private Shell build() {
    Map<String, String> files = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(languages());
    open.add(PAGE);
    while (!open.isEmpty()) {
      String url = open.remove();
      Resource file = resource(url);
      if (!file.exists()) throw new IllegalStateException("the field page names " + url);
      files.put(url, hashes.of(file));
      named(url, file)
          .filter(next -> !files.containsKey(next) && !next.equals(WORKER) && !open.contains(next))
          .forEach(open::add);
    }
    String page = page(files.keySet());
    files.put(PAGE, hash(page));
    return new Shell(hash(files.toString()).substring(0, 12), files, page);
  }

  /**
   * Modules name each other many levels deep; named in the page, they come side by side. Not before
   * the import map: a browser takes none once it has begun to load modules.
   */
  private static String page(Set<String> files) {
    String links =
        files.stream()
            .filter(url -> url.endsWith(".js"))
            .map("\n  <link rel=\"modulepreload\" href=\"%s\">"::formatted)
            .collect(Collectors.joining());
    try {
      String text = resource(PAGE).getContentAsString(StandardCharsets.UTF_8);
      int mapEnd = text.indexOf("</script>", text.indexOf("importmap")) + "</script>".length();
      return text.substring(0, mapEnd) + links + text.substring(mapEnd);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Both, for the reader may change the language in a place without a network. */
  private static List<String> languages() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath*:static/i18n/*.json"))
          .map(file -> "/i18n/" + file.getFilename())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> named(String url, Resource file) {
    boolean ours = !url.startsWith("/webjars/");
    try {
      String text = ours ? file.getContentAsString(StandardCharsets.UTF_8) : "";
      Matcher names = (ours && !url.endsWith(".png") ? NAMED : NOTHING).matcher(text);
      return names.results().map(m -> resolve(url, m.group(1))).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resolve(String from, String name) {
    return java.net.URI.create(from).resolve(name).toString();
  }

  private static String hash(String text) {
    return ContentHashes.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
