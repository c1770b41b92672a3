package org.waymark.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.springframework.util.unit.DataSize;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanFiles;
import org.waymark.problem.Problem;

/**
 * Spoilt files of ground data, up to where GDAL would read them, and spoilt lines of what GDAL
 * writes: the answer is sources, features or a refusal, never a failure.
 */
class GroundFuzz {
  private static final Plan SMALL = PlanFiles.read(PlanFiles.resource("/plan/small.yaml"));
  private static final String LINE =
      "{ \"type\": \"Feature\", \"properties\": { \"编号\": \"03.1-001\", \"数量\": \"1,5\", \"单位\": \"公里\","
          + " \"components\": [ \"a\" ], \"x\": { \"y\": null } }, \"geometry\": { \"type\": \"Polygon\","
          + " \"coordinates\": [ [ [ 108.7, 29.5 ], [ 108.8, 29.6 ], [ 108.8, 29.5 ], [ 108.7, 29.6 ],"
          + " [ 108.7, 29.5 ] ] ] } }";
  private static final String VIEW =
      "CREATE VIEW \"v\" AS SELECT a, 'b''c' AS [x] FROM t AS u /* ( */ WHERE a BETWEEN 1 AND 2 -- ;";

  /** A GeoPackage of one page, with a table and a view, as the format of SQLite wants it. */
  static final byte[] SQLITE = sqlite("CREATE TABLE t (a)", VIEW);

  private static final byte[] KML =
      "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document/></kml>"
          .getBytes(StandardCharsets.UTF_8);
  private static final byte[] ZIP =
      zip(
          Map.of(
              "道路.shp",
              new byte[] {0, 0, 0x27, 0x0a},
              "道路.dbf",
              "编号".getBytes(StandardCharsets.UTF_8),
              "a/b.kml",
              KML,
              "c.geojson",
              LINE.getBytes(StandardCharsets.UTF_8)));
  private static final byte[] OC4IDS =
      ("{\"version\":\"0.9\",\"projects\":[{\"id\":\"1\",\"title\":\"路\",\"locations\":[{\"id\":\"a\",\"geometry\":"
              + "{\"type\":\"Point\",\"coordinates\":[108.7,29.5]},\"x_waymark\":{\"indicator\":\"03.1\"}}]}]}")
          .getBytes(StandardCharsets.UTF_8);
  private static final List<byte[]> FILES =
      List.of(
          ZIP,
          KML,
          OC4IDS,
          LINE.getBytes(StandardCharsets.UTF_8),
          "0\nSECTION\n".getBytes(StandardCharsets.UTF_8));
  private static final IntakeSettings LIMITS =
      new IntakeSettings(
          null,
          DataSize.ofMegabytes(1),
          DataSize.ofMegabytes(4),
          50,
          20,
          100,
          DataSize.ofMegabytes(64),
          Duration.ofSeconds(5),
          Duration.ofHours(1));

  @Property
  void files_with_other_bytes(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] spoilt = spoilt(FILES.get(random.nextInt(FILES.size())), random);
    String name =
        List.of("a.zip", "b.kml", "c.csv", "d.geojsonl", "e", "../f.dxf").get(random.nextInt(6));
    inFolder(
        folder -> {
          try {
            Path upload = Files.write(folder.resolve("upload"), spoilt);
            Sources.of(upload, name, folder, LIMITS);
          } catch (Problem refused) {
            // as it should
          }
        });
  }

  @Property
  void lines_with_other_characters(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] spoilt = spoilt(LINE.getBytes(StandardCharsets.UTF_8), random);
    StagedFeature read =
        new LineReading(random.nextBoolean() ? "file" : ReferenceSystems.GCJ02)
            .read(new String(spoilt, StandardCharsets.UTF_8));
    Mapping guess = MappingGuess.of(List.copyOf(read.properties().keySet()));
    for (boolean choice : new boolean[] {true, false}) {
      Mapping mapping = new Mapping(null, guess.fields(), choice, choice);
      new Mapped(mapping, SMALL, read.properties().keySet(), null).feature(read, null, null);
    }
  }

  @Property
  void sheets_with_other_characters(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] sheet =
        "code,WKT,WKT_2,crs\n\"a,b\",POINT(1,\" 2)\",EPSG:4490\n".getBytes(StandardCharsets.UTF_8);
    SheetLines lines = new SheetLines(line -> {});
    try {
      new String(spoilt(sheet, random), StandardCharsets.UTF_8).lines().forEach(lines::take);
    } catch (Problem refused) {
      // as it should
    }
  }

  @Property
  void sqlite_files_with_other_bytes(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] spoilt = spoilt(random, SQLITE);
    inFolder(
        folder -> {
          try {
            Contents.formatOf(Files.write(folder.resolve("upload"), spoilt), "a.gpkg");
          } catch (Problem refused) {
            // as it should
          }
        });
  }

  @Property
  void statements_with_other_characters(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] spoilt = spoilt(VIEW.getBytes(StandardCharsets.UTF_8), random);
    DeclaredSql.firstHarmful(List.of(VIEW, new String(spoilt, StandardCharsets.UTF_8)));
  }

  @Property
  void chainage_with_other_characters(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] spoilt = spoilt("K0+120.5–K1+480".getBytes(StandardCharsets.UTF_8), random);
    try {
      org.waymark.linearref.StationText.parseRange(new String(spoilt, StandardCharsets.UTF_8));
    } catch (org.waymark.linearref.NotAStation refused) {
      // as it should
    }
  }

  /** Few bytes are other ones: pages are large, and only some of them say where others are. */
  private static byte[] spoilt(Random random, byte[] good) {
    byte[] bad = good.clone();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      int at = random.nextBoolean() ? random.nextInt(160) : random.nextInt(bad.length);
      bad[at] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bad, random.nextInt(bad.length)) : bad;
  }

  private static byte[] spoilt(byte[] good, Random random) {
    ByteArrayOutputStream bad = new ByteArrayOutputStream();
    int end = random.nextInt(3) == 0 ? random.nextInt(good.length) + 1 : good.length;
    int every = 1 + random.nextInt(good.length);
    for (int i = 0; i < end; i++)
      switch (random.nextInt(every) == 0 ? random.nextInt(4) : 9) {
        case 0 -> bad.write(random.nextInt(256));
        case 1 -> bad.write("\"[]{}<&0-,".charAt(random.nextInt(10)));
        case 2 -> {}
        case 3 -> {
          bad.write(good[i]);
          bad.write(good[i]);
        }
        default -> bad.write(good[i]);
      }
    return bad.toByteArray();
  }

  private static byte[] sqlite(String... statements) {
    java.nio.ByteBuffer page = java.nio.ByteBuffer.allocate(1024);
    page.put("SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1));
    page.putShort(16, (short) 1024);
    page.put(68, "GPKG".getBytes(StandardCharsets.ISO_8859_1));
    page.put(100, (byte) 0x0d).putShort(103, (short) statements.length);
    int end = 1024;
    for (int i = 0; i < statements.length; i++) {
      byte[] sql = statements[i].getBytes(StandardCharsets.UTF_8);
      // header of seven bytes: type, name and table as empty texts, root page 0, the statement
      int length = 7 + sql.length;
      end -= 3 + length;
      page.putShort(108 + 2 * i, (short) end);
      page.put(end, (byte) (0x80 | length >> 7)).put(end + 1, (byte) (length & 0x7f));
      page.put(end + 2, (byte) (i + 1)).put(end + 3, (byte) 7);
      page.put(end + 4, (byte) 13).put(end + 5, (byte) 13).put(end + 6, (byte) 13);
      int type = 13 + 2 * sql.length;
      page.put(end + 7, (byte) 8);
      page.put(end + 8, (byte) (0x80 | type >> 7)).put(end + 9, (byte) (type & 0x7f));
      page.put(end + 10, sql);
    }
    return page.array();
  }

  private static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private interface Work {
    void in(Path folder) throws IOException;
  }

  private static void inFolder(Work work) {
    try {
      Path folder = Files.createTempDirectory("ground");
      try {
        work.in(folder);
      } finally {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
