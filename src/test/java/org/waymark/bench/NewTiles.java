package org.waymark.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tiles that nobody keeps: those of zoom 11 to 14 beside the same rows made a tile by the database
 * and beside the query that one would write, both through pgbench, and beside MapServer; there also
 * those of all zooms that a reader goes through on the way down.
 */
final class NewTiles {
  private static final int ROUNDS = 3;
  private static final int SECONDS = 4;
  private final BenchData data;
  private final ClusterCpu cluster;
  private final List<TilePlaces> near;
  private final List<TilePlaces> all;

  NewTiles(BenchData data) throws IOException {
    this.data = data;
    this.cluster = data.cpu();
    this.near = TilePlaces.spread(data.scale, 11, 14, 25);
    this.all = TilePlaces.spread(data.scale, 6, 14, 10);
  }

  /**
   * @param app keeps no tiles
   */
  void measure(Table table, RunningApp app, Nginx peer) throws IOException, InterruptedException {
    List<String> paths = near.stream().map(p -> p.path("footprints")).toList();
    String[] asked = {app.cookie(), "Accept-Encoding: gzip"};
    String base = app.url("/");
    Wrk.all(base, paths, 8, 2 * SECONDS, asked);
    List<Double> p50 = new ArrayList<>();
    for (int zoom = 11; zoom <= 14; zoom++) p50.add(besideBare(base, zoom, asked));
    List<Double> cpu = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      long before = app.cpuNanos() + cluster.nanos();
      Wrk.Outcome mine = Wrk.all(base, paths, 1, SECONDS, asked);
      double each = (app.cpuNanos() + cluster.nanos() - before) / (double) mine.count();
      before = cluster.nanos();
      int plain = pgbench(PLAIN, "", near, SECONDS).count();
      cpu.add(each / ((cluster.nanos() - before) / (double) plain));
    }
    table.atMost("3", "uncached tile against its bare SQL in pgbench, p50", Table.median(p50), 1.5);
    System.out.printf(
        "[bench] row 3 by zoom 11 to 14: %s%n",
        p50.stream().map("%.2f"::formatted).collect(Collectors.joining(", ")));
    table.atMost("4", "uncached tile against the plain query, CPU", Table.median(cpu), 0.3);
    table.atLeast("5", WHAT.formatted(6), besideMapServer(app, peer, all, asked), 6);
    table.atLeast("5", WHAT.formatted(11), besideMapServer(app, peer, near, asked), 6);
  }

  /**
   * Median of the rounds of one zoom. Of several together the middle of what they take lies in the
   * gap between two zooms, where a hair decides on which side it falls.
   */
  private double besideBare(String base, int zoom, String... asked)
      throws IOException, InterruptedException {
    List<TilePlaces> places = near.stream().filter(p -> p.z() == zoom).toList();
    List<String> paths = places.stream().map(p -> p.path("footprints")).toList();
    double[] ratio = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++)
      ratio[i] =
          Wrk.all(base, paths, 1, SECONDS / 2, asked).p50()
              / pgbench(BARE, ALONE, places, SECONDS / 2).p50();
    return Table.median(ratio);
  }

  private static final String WHAT =
      "uncached tiles of zoom %d to 14 against MapServer, requests/s";

  private static double besideMapServer(
      RunningApp app, Nginx peer, List<TilePlaces> places, String... asked)
      throws IOException, InterruptedException {
    List<String> paths = places.stream().map(p -> p.path("footprints")).toList();
    List<String> others = places.stream().map(p -> MapServer.tile(p.z(), p.x(), p.y())).toList();
    Wrk.all(app.url("/"), paths, 8, 1, asked);
    Wrk.all(peer.url("/"), others, 8, 1);
    double[] rate = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++)
      rate[i] =
          Wrk.all(app.url("/"), paths, 8, SECONDS, asked).requests()
              / Wrk.all(peer.url("/"), others, 8, SECONDS).requests();
    return Table.median(rate);
  }

  private record Outcome(int count, double p50) {}

  /** Each tile a script, drawn by chance, by one client with prepared statements. */
  private Outcome pgbench(String query, String settings, List<TilePlaces> places, int seconds)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("waymark-pgbench");
    List<String> command =
        new ArrayList<>(
            List.of(
                program(),
                "-n",
                "-M",
                "prepared",
                "-h",
                "127.0.0.1",
                "-p",
                "" + data.port(),
                "-U",
                data.user(),
                "-T",
                "" + seconds,
                "-l"));
    for (TilePlaces p : places) {
      Path script = folder.resolve("%d-%d-%d.sql".formatted(p.z(), p.x(), p.y()));
      Files.writeString(
          script,
          query
                  .replace(":z", "" + p.z())
                  .replace(":x", "" + p.x())
                  .replace(":y", "" + p.y())
                  .replace("\n", " ")
              + ";\n");
      command.addAll(List.of("-f", script.toString()));
    }
    command.add("waymark");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", data.password());
    builder.environment().put("PGOPTIONS", settings);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IOException("pgbench: " + out);
    double[] took;
    try (Stream<Path> files = Files.list(folder)) {
      took =
          files
              .filter(f -> f.getFileName().toString().startsWith("pgbench_log"))
              .flatMap(NewTiles::lines)
              .mapToDouble(line -> Double.parseDouble(line.split(" ")[2]))
              .toArray();
    }
    return new Outcome(took.length, Table.median(took));
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String program() throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(v -> v.resolve("bin/pgbench"))
          .filter(Files::isExecutable)
          .max(Comparator.naturalOrder())
          .orElseThrow()
          .toString();
    }
  }

  /** What our function picks, with the same attributes, made a tile by the database. */
  private static final String BARE =
      """
      select st_asmvt(f, 'footprints', 4096, 'geom') from (
        select p.code, case when :z >= 13 then p.name end as name, p.kind, p.project, p.indicator,
          array_to_string(p.townships, ',') as townships,
          st_asmvtgeom(st_force2d(p.geom), st_tileenvelope(:z, :x, :y), 4096, 256) as geom
        from core.tile_pick(:z, core.tile_band(:z), st_tileenvelope(:z, :x, :y, margin => 0.0625), '999999', 2026,
          '2026-05-20T02:00:00Z', 1, array['01.1'], array[1], null, null, null) p
        offset 0) f
      where f.geom is not null
      """;

  /** A worker takes longer to start than a tile to make. */
  private static final String ALONE = "-c max_parallel_workers_per_gather=0 -c jit=off";

  /** Transforms as it goes, and tells everything. */
  private static final String PLAIN =
      """
      select st_asmvt(f, 'footprints', 4096, 'geom') from (
        select v.footprint_code, v.version, v.name, v.geometry_kind, v.design_quantity, v.unit, v.source, f.indicator_code,
          st_asmvtgeom(st_transform(v.geom, 3857), st_tileenvelope(:z, :x, :y), 4096, 256) as geom
        from core.footprint_version v join core.footprint f using (district_code, plan_year, footprint_code)
        where st_intersects(st_transform(v.geom, 3857), st_tileenvelope(:z, :x, :y, margin => 0.0625))
          and v.known_to is null) f
      """;
}
