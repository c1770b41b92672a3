package org.waymark.intake;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/**
 * GDAL's programs as child processes: with an empty environment, without a network, with limits on
 * time and memory, and knowing only the one format that the file was found to be.
 */
@Component
class Gdal {
  private static final int LONGEST_LINE = 32_000_000;
  private static final int LONGEST_WORDS = 20_000;
  private static final Duration LEAST_TIME = Duration.ofSeconds(30);
  private static final int BYTES_PER_MS = 500;
  private static final List<String> WRITERS = List.of("GeoJSONSeq", "CSV");
  private final IntakeSettings limits;
  private List<String> drivers;
  private List<String> prefix;

  Gdal(IntakeSettings limits) {
    this.limits = limits;
  }

  /** What {@code ogrinfo} tells of the layers, line by line. */
  List<String> describe(Source source) {
    List<String> lines = new ArrayList<>();
    List<String> arguments = new ArrayList<>(List.of("-ro", "-so", "-al", "-wkt_format", "WKT2"));
    arguments.addAll(openOptions(source, source.encoding()));
    arguments.add(source.path().toString());
    run("ogrinfo", source, arguments, lines::add);
    return lines;
  }

  /**
   * The features of a layer as GeoJSON, one a line.
   *
   * @param crs see {@link ReferenceSystems}
   */
  void read(Source source, String layer, String encoding, String crs, Consumer<String> each) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-f", "GeoJSONSeq", "-lco", "COORDINATE_PRECISION=9", "-dim", "XY"));
    arguments.addAll(List.of("-nlt", "CONVERT_TO_LINEAR"));
    arguments.addAll(ReferenceSystems.arguments(crs));
    arguments.addAll(openOptions(source, encoding));
    arguments.addAll(List.of("/vsistdout/", source.path().toString(), layer));
    run("ogr2ogr", source, arguments, each);
  }

  /**
   * A sheet of a workbook as CSV; GDAL's reader of CSV finds places in columns, the other does not.
   *
   * @return the reference system that the sheet names, EPSG:…; null where it names none
   */
  String writeCsv(Source source, String layer, Path to) {
    long[] written = new long[1];
    try (BufferedWriter out = Files.newBufferedWriter(to)) {
      SheetLines lines =
          new SheetLines(
              line -> {
                try {
                  out.append(line).append('\n');
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      run(
          "ogr2ogr",
          source,
          List.of("-f", "CSV", "/vsistdout/", source.path().toString(), layer),
          line -> {
            written[0] += line.length();
            if (written[0] > limits.unpacked().toBytes() / 4)
              throw Refused.because(
                  source.name(), "unpacked", Map.of("most", limits.unpacked().toMegabytes() / 4));
            lines.take(line);
          });
      return lines.crs();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of GeoJSON in degrees become a file of a format. */
  void convert(Path lines, Format format, Path to, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("-f", format.driver()));
    all.addAll(arguments);
    all.addAll(List.of(to.toString(), lines.toString()));
    run("ogr2ogr", new Source(format, lines, to.getFileName().toString(), null), all, line -> {});
  }

  private static List<String> openOptions(Source source, String encoding) {
    return switch (source.format()) {
      case SHAPEFILE -> encoding == null ? List.of() : List.of("-oo", "ENCODING=" + encoding);
      case CSV ->
          List.of(
              "-oo", "GEOM_POSSIBLE_NAMES=WKT,wkt,geometry,几何",
              "-oo", "X_POSSIBLE_NAMES=lon,lng,longitude,x,经度,东经",
              "-oo", "Y_POSSIBLE_NAMES=lat,latitude,y,纬度,北纬",
              "-oo", "KEEP_GEOM_COLUMNS=NO",
              "-oo", "EMPTY_STRING_AS_NULL=YES");
      default -> List.of();
    };
  }

  private void run(String program, Source source, List<String> arguments, Consumer<String> each) {
    Duration time = timeFor(source);
    List<String> command = new ArrayList<>(prefix());
    command.add("--cpu=" + time.toSeconds());
    command.add(program);
    command.addAll(arguments);
    StringBuilder complaints = new StringBuilder();
    Process process = start(command, source);
    Thread words = aside(() -> keep(process.errorReader(StandardCharsets.UTF_8), complaints));
    AtomicBoolean late = new AtomicBoolean();
    Thread watch = aside(() -> endInTime(process, time, late));
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), 1 << 16)) {
      for (String line = line(out); line != null; line = line(out)) each.accept(line);
      int code = process.waitFor();
      words.join();
      if (late.get()) throw tooLong(source, time);
      judge(code, complaints.toString(), source, time);
    } catch (IOException e) {
      if (late.get()) throw tooLong(source, time);
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
      watch.interrupt();
    }
  }

  /** A small file has little time: what takes longer is made to. */
  private Duration timeFor(Source source) {
    try {
      Duration wanted = LEAST_TIME.plusMillis(Files.size(source.path()) / BYTES_PER_MS);
      return wanted.compareTo(limits.time()) < 0 ? wanted : limits.time();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem tooLong(Source source, Duration time) {
    return Refused.because(source.name(), "time", Map.of("seconds", time.toSeconds()));
  }

  private static Thread aside(Runnable work) {
    Thread thread = new Thread(work, "gdal");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private Process start(List<String> command, Source source) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(source.path().getParent().toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("GDAL_SKIP", others(source.format()));
    environment.put("PROJ_NETWORK", "OFF");
    environment.put("CPL_CURL_ENABLE_VSIMEM", "NO");
    environment.put("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{none}");
    // whatever address a file names, nobody is asked: nothing listens there
    environment.put("GDAL_HTTP_PROXY", "127.0.0.1:9");
    environment.put("GDAL_HTTPS_PROXY", "127.0.0.1:9");
    environment.put("http_proxy", "http://127.0.0.1:9");
    environment.put("https_proxy", "http://127.0.0.1:9");
    environment.put("GDAL_HTTP_TIMEOUT", "1");
    environment.put("GDAL_HTTP_MAX_RETRY", "0");
    environment.put("OGR_SQLITE_ALLOW_EXTERNAL_ACCESS", "NO");
    environment.put("SPATIALITE_SECURITY", "strict");
    environment.put("SHAPE_RESTORE_SHX", "YES");
    environment.put("OGR_XLSX_HEADERS", "FORCE");
    environment.put("CPL_DEBUG", "OFF");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new Problem(ProblemType.READER_MISSING, Map.of());
    }
  }

  private static void endInTime(Process process, Duration time, AtomicBoolean late) {
    try {
      if (process.waitFor(time.toSeconds(), TimeUnit.SECONDS)) return;
      late.set(true);
      process.destroyForcibly();
    } catch (InterruptedException e) {
      // it ended by itself
    }
  }

  /** Whatever GDAL calls an error makes the whole file unread: half a layer is no layer. */
  private static void judge(int code, String complaints, Source source, Duration time) {
    String error =
        complaints
            .lines()
            .filter(line -> line.contains("ERROR"))
            .findFirst()
            .map(
                line ->
                    line.replace(source.path().getParent() + "/", "")
                        .replaceFirst("^.*ERROR \\d+: ", ""))
            .orElse("");
    if (code == 0 && error.isEmpty()) return;
    boolean killed = code == 137 || code == 152 || code == 143;
    if (killed) throw tooLong(source, time);
    if (complaints.contains("bad_alloc")
        || error.matches("(?i).*(out of memory|cannot allocate).*"))
      throw Refused.because(source.name(), "memory", Map.of());
    String detail = error.isEmpty() ? "GDAL " + code : error;
    throw Refused.because(
        source.name(),
        "damaged",
        Map.of("detail", detail.length() > 200 ? detail.substring(0, 200) + "…" : detail));
  }

  private static String line(Reader in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') return line.toString();
      if (line.length() >= LONGEST_LINE) throw Refused.because("", "longFeature", Map.of());
      line.append((char) next);
    }
    return line.isEmpty() ? null : line.toString();
  }

  private static void keep(Reader in, StringBuilder words) {
    try (in) {
      char[] buffer = new char[4096];
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer))
        if (words.length() < LONGEST_WORDS) words.append(buffer, 0, got);
    } catch (IOException e) {
      // it was ended
    }
  }

  /** Every driver but that of the format and the one that writes. */
  private synchronized String others(Format format) {
    if (drivers == null) drivers = listDrivers();
    return String.join(
        ",",
        drivers.stream().filter(d -> !d.equals(format.driver()) && !WRITERS.contains(d)).toList());
  }

  private List<String> listDrivers() {
    try {
      Process process =
          new ProcessBuilder("ogrinfo", "--formats").redirectErrorStream(true).start();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        return out.lines()
            .filter(line -> line.startsWith("  ") && line.contains(" -"))
            .map(line -> line.substring(0, line.indexOf(" -")).strip())
            .toList();
      }
    } catch (IOException e) {
      throw new Problem(ProblemType.READER_MISSING, Map.of());
    }
  }

  /** Limits, and a network namespace without a network where this machine lets us make one. */
  private synchronized List<String> prefix() {
    if (prefix != null) return prefix;
    List<String> found = new ArrayList<>();
    if (works("unshare", "-rn", "true")) found.addAll(List.of("unshare", "-rn"));
    found.addAll(
        List.of(
            "prlimit",
            "--as=" + limits.memory().toBytes(),
            "--fsize=" + limits.unpacked().toBytes(),
            "--core=0",
            "--nofile=256"));
    prefix = List.copyOf(found);
    return prefix;
  }

  private static boolean works(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
