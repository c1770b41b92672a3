package org.waymark.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The files that a page names, and those that they name in turn. */
@Component
class NamedFiles {
  private static final Pattern NAMED =
      Pattern.compile("[\"']((?:/|\\./|\\.\\./)[\\w./-]+\\.(?:js|css|svg|png|webmanifest))[\"']");
  private final ContentHashes hashes;

  NamedFiles(ContentHashes hashes) {
    this.hashes = hashes;
  }

  /**
   * Address → hash of the content, in the order of the addresses, with the first ones.
   *
   * @param wanted whether an address counts, and what it names
   * @throws IllegalStateException where one is missing
   */
  SortedMap<String, String> reach(Collection<String> from, Predicate<String> wanted) {
    SortedMap<String, String> files = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String url = open.remove();
      if (files.containsKey(url)) continue;
      Resource file = resource(url);
      if (!file.exists()) throw new IllegalStateException("a page names " + url);
      files.put(url, hashes.of(file));
      named(url).stream().filter(wanted).forEach(open::add);
    }
    return files;
  }

  /** A folder is its page. */
  static Resource resource(String url) {
    if (url.endsWith("/")) return new ClassPathResource("static" + url + "index.html");
    return new ClassPathResource(
        url.startsWith("/webjars/") ? "META-INF/resources" + url : "static" + url);
  }

  static String text(String url) {
    try {
      return resource(url).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Libraries and pictures name nothing. */
  private static List<String> named(String url) {
    if (url.startsWith("/webjars/") || url.endsWith(".png")) return List.of();
    Matcher names = NAMED.matcher(text(url));
    return names.results().map(m -> URI.create(url).resolve(m.group(1)).toString()).toList();
  }
}
