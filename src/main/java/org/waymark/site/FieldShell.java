package org.waymark.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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
  private final NamedFiles named;
  private volatile Shell shell;

  FieldShell(NamedFiles named) {
    this.named = named;
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

  private Shell build() {
    List<String> from = new ArrayList<>(languages());
    from.add(PAGE);
    SortedMap<String, String> files = named.reach(from, url -> !url.equals(WORKER));
    String text = NamedFiles.text(PAGE);
    int mapEnd = text.indexOf("</script>", text.indexOf("importmap")) + "</script>".length();
    String page =
        text.substring(0, mapEnd)
            + Page.preloads(files.keySet().stream().filter(url -> url.endsWith(".js")))
            + text.substring(mapEnd);
    files.put(PAGE, hash(page));
    return new Shell(hash(files.toString()).substring(0, 12), files, page);
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

  private static String hash(String text) {
    return ContentHashes.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
