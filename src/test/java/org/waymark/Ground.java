package org.waymark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.waymark.township.GroundFiles;

/** The demo district's files under another district code, so that tests do not see each other. */
public final class Ground {
  private Ground() {}

  public static GroundFiles base(String district, String source) {
    return new GroundFiles(
        text(district, "boundaries/district.geojson").getBytes(StandardCharsets.UTF_8),
        text(district, "boundaries/townships.geojson").getBytes(StandardCharsets.UTF_8),
        text(district, "boundaries/rivers.geojson").getBytes(StandardCharsets.UTF_8),
        source);
  }

  public static InputStream plan(String district) {
    return stream(text(district, "plan/qianjiang-2026.yaml"));
  }

  public static InputStream footprints() {
    return stream(text("500114", "footprints/qianjiang-2026.geojson"));
  }

  public static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String district, String file) {
    try {
      return Files.readString(Path.of("gis-data", file)).replace("500114", district);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
