package org.waymark.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MapServer as FastCGI processes on the same database; a web server speaks to its socket. */
final class MapServer implements AutoCloseable {
  private static final String PROGRAM = "/usr/lib/cgi-bin/mapserv";
  private static final int PROCESSES = 4;
  private final Path home = Files.createTempDirectory("waymark-mapserver");

  MapServer(BenchData data) throws IOException, InterruptedException {
    String map;
    try (InputStream in = MapServer.class.getResourceAsStream("/bench/mapserver.map")) {
      map = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Files.writeString(
        home.resolve("bench.map"),
        map.replace(
            "{connection}",
            "host=127.0.0.1 port=%d dbname=waymark user=%s password=%s"
                .formatted(data.port(), data.user(), data.password())));
    Files.writeString(
        home.resolve("mapserver.conf"),
        "CONFIG\n  ENV\n    MS_MAPFILE \"%s\"\n    MS_MAP_PATTERN \".\"\n  END\nEND\n"
            .formatted(home.resolve("bench.map")));
    ProcessBuilder spawn =
        new ProcessBuilder(
            "spawn-fcgi",
            "-s",
            socket().toString(),
            "-F",
            "" + PROCESSES,
            "-P",
            pids().toString(),
            "--",
            PROGRAM);
    spawn.environment().put("MAPSERVER_CONFIG_FILE", home.resolve("mapserver.conf").toString());
    spawn.redirectErrorStream(true).redirectOutput(home.resolve("log").toFile());
    if (spawn.start().waitFor() != 0)
      throw new IOException("spawn-fcgi: " + Files.readString(home.resolve("log")));
  }

  Path socket() {
    return home.resolve("socket");
  }

  private Path pids() {
    return home.resolve("pids");
  }

  private List<ProcessHandle> processes() throws IOException {
    return Files.readString(pids())
        .lines()
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())).stream())
        .toList();
  }

  static String tile(int z, int x, int y) {
    return "/mapserver?mode=tile&tilemode=gmap&layers=footprints&tile=%d+%d+%d".formatted(x, y, z);
  }

  static String features(int count) {
    return "/mapserver?service=WFS&version=2.0.0&request=GetFeature&typenames=features&outputformat=geojson&count="
        + count;
  }

  /** Asked to end it waits for one more request. */
  @Override
  public void close() throws IOException {
    processes().forEach(ProcessHandle::destroyForcibly);
  }
}
