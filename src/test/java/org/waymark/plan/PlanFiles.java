package org.waymark.plan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Plan files for tests of other modules, without a database. */
public final class PlanFiles {
  private PlanFiles() {}

  /** As a load would read it; version 0. */
  public static Plan read(String yaml) {
    return PlanFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).plan();
  }

  public static String resource(String name) {
    try (InputStream in = PlanFiles.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
