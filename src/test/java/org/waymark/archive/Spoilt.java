package org.waymark.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An archive that somebody or something changed. */
final class Spoilt {
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  Spoilt(byte[] archive) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
        files.put(entry.getName(), in.readAllBytes());
    }
  }

  List<String> names(String folder) {
    return files.keySet().stream().filter(name -> name.startsWith(folder)).toList();
  }

  String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  String head(String name) {
    return text(name).lines().findFirst().orElse("");
  }

  Spoilt without(String name) {
    files.remove(name);
    return this;
  }

  Spoilt add(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Latin 1: every byte is a letter. */
  Spoilt change(String name, UnaryOperator<String> change) {
    files.computeIfPresent(
        name,
        (k, bytes) ->
            change
                .apply(new String(bytes, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  Spoilt manifest(UnaryOperator<String> change) {
    return add(Manifest.FILE, change.apply(text(Manifest.FILE)));
  }

  /** Changed, and the manifest made to fit. */
  Spoilt forge(String name, UnaryOperator<String> change) {
    String changed = change.apply(text(name));
    add(name, changed);
    String columns =
        "\"" + String.join("\", \"", changed.lines().findFirst().orElseThrow().split(",")) + "\"";
    byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
    return manifest(
        json ->
            Pattern.compile(
                    "\"" + name + "\",\\s*\"columns\" : \\[[^]]*],(\\s*\"rows\" : \\d+),[^}]*}")
                .matcher(json)
                .replaceFirst(
                    "\"%s\", \"columns\" : [%s],$1, \"bytes\" : %d, \"sha256\" : \"%s\" }"
                        .formatted(
                            Matcher.quoteReplacement(name),
                            columns,
                            bytes.length,
                            Tally.sha256Hex(bytes))));
  }

  /** The manifest made to fit what is left in a folder. */
  Spoilt recount(String folder) {
    List<String> left = names(folder);
    long bytes = left.stream().mapToLong(name -> files.get(name).length).sum();
    return manifest(
        json ->
            json.replaceFirst(
                "(\"" + folder + "\"[^}]*\"rows\" : )\\d+(,\\s*\"bytes\" : )\\d+",
                "$1" + left.size() + "$2" + bytes));
  }

  /** Very many zeros, of which the manifest tells so many. */
  Spoilt bomb(String name, long told) {
    files.put(name, new byte[60_000_000]);
    return manifest(
        json -> json.replaceFirst("(\"" + name + "\"[^}]*\"bytes\" : )\\d+", "$1" + told));
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
