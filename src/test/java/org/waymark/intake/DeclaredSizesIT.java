package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.waymark.WaymarkIT;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/**
 * Small files that say they hold two gigabytes: nobody believes them, and nothing is left of them.
 */
@WaymarkIT
class DeclaredSizesIT extends FileSteps {
  private static final int TWO_GIGABYTES = Integer.MAX_VALUE - 7;

  @Test
  void shapefiles_of_two_gigabytes() throws IOException {
    Path roads = files.text("roads.geojson", ROADS);
    Path good = files.converted(roads, "ESRI Shapefile", "shp", "-lco", "ENCODING=UTF-8");
    harmless(spoilt(good, "shp", bytes -> bytes.putInt(24, TWO_GIGABYTES / 2)));
    harmless(spoilt(good, "shp", bytes -> bytes.putInt(104, TWO_GIGABYTES / 2)));
    harmless(spoilt(good, "shp", bytes -> little(bytes).putInt(148, TWO_GIGABYTES)));
    harmless(spoilt(good, "shx", bytes -> bytes.putInt(104, TWO_GIGABYTES / 2)));
    harmless(spoilt(good, "dbf", bytes -> little(bytes).putInt(4, TWO_GIGABYTES)));
    harmless(spoilt(good, "dbf", bytes -> little(bytes).putShort(10, (short) 0xffff)));
    accept(good, "file");
    assertThat(footprints.list(key)).hasSize(2);
  }

  @Test
  void geometries_and_entries_of_two_gigabytes() throws IOException {
    Path roads = files.text("roads.geojson", ROADS);
    byte[] gpkg = Files.readAllBytes(files.converted(roads, "GPKG", "gpkg"));
    // byte order, LineString, two points: now as many as there can be
    int at = indexOf(gpkg, new byte[] {1, 2, 0, 0, 0, 2, 0, 0, 0});
    little(ByteBuffer.wrap(gpkg)).putInt(at + 5, TWO_GIGABYTES);
    harmless(files.bytes("points.gpkg", gpkg));
    byte[] zip =
        Files.readAllBytes(
            files.zip("z.zip", Map.of("r.geojson", ROADS.getBytes(StandardCharsets.UTF_8))));
    int central = indexOf(zip, new byte[] {'P', 'K', 1, 2});
    little(ByteBuffer.wrap(zip)).putInt(central + 24, TWO_GIGABYTES);
    harmless(files.bytes("declares.zip", zip));
    harmless(
        files.text(
            "wkt.csv", "编号,名称,指标,数量,WKT\na,甲,09.1,1,\"LINESTRING(" + "(".repeat(50_000) + "\"\n"));
  }

  /**
   * Refused, or read with the faulty feature told; in seconds, and nothing is left when given up.
   */
  private void harmless(Path file) throws IOException {
    Instant begun = Instant.now();
    try {
      Import received = receive(file);
      try {
        Import read = imports.read(key, received.number(), 0, null, "EPSG:4490");
        imports.map(key, read.number(), read.mapping());
        assertThat(read.reading().features()).isLessThan(10);
      } finally {
        imports.discard(key, received.number());
      }
    } catch (Problem refused) {
      assertThat(refused.type()).isEqualTo(ProblemType.UNREADABLE_FILE);
    }
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(30));
    assertThat(imports.list(key)).isEmpty();
  }

  private Path spoilt(Path zip, String extension, Consumer<ByteBuffer> spoil) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        if (entry.getName().endsWith(extension)) spoil.accept(ByteBuffer.wrap(bytes));
        parts.put(entry.getName(), bytes);
      }
    }
    return files.zip("spoilt-" + System.nanoTime() + ".zip", parts);
  }

  private static ByteBuffer little(ByteBuffer bytes) {
    return bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int indexOf(byte[] in, byte[] wanted) {
    for (int i = 0; i + wanted.length <= in.length; i++)
      if (Arrays.equals(in, i, i + wanted.length, wanted, 0, wanted.length)) return i;
    throw new IllegalStateException("not there");
  }
}
