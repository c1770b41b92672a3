package org.waymark.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/**
 * What a reading process is kept from: the network where this machine lets us take it away, other
 * formats, more privileges and programs, our environment, more time, memory and disk than it needs.
 * Where a namespace cannot be made, files that our user may read stay within its reach.
 */
@Component
class Confinement {
  private static final List<String> WRITERS = List.of("GeoJSONSeq", "CSV");

  /** Taken where it works on this machine: a network namespace, then nothing to be gained. */
  private static final List<List<String>> OPTIONAL =
      List.of(
          List.of("unshare", "-rn"),
          List.of("setpriv", "--no-new-privs", "--inh-caps=-all"),
          List.of("prlimit", "--nproc=1"));

  private final IntakeSettings limits;
  private List<String> drivers;
  private List<String> prefix;

  Confinement(IntakeSettings limits) {
    this.limits = limits;
  }

  /** What stands before a command. */
  synchronized List<String> prefix(Duration processorTime) {
    if (prefix == null) prefix = made();
    List<String> all = new ArrayList<>(prefix);
    all.add("--cpu=" + processorTime.toSeconds());
    return all;
  }

  private List<String> made() {
    List<String> all = new ArrayList<>();
    for (List<String> each : OPTIONAL) {
      List<String> tried = new ArrayList<>(all);
      tried.addAll(each);
      tried.addAll(List.of("ogrinfo", "--version"));
      if (works(tried)) all.addAll(each);
    }
    all.addAll(
        List.of(
            "prlimit",
            "--as=" + limits.memory().toBytes(),
            "--fsize=" + limits.unpacked().toBytes(),
            "--core=0",
            "--nofile=256"));
    return List.copyOf(all);
  }

  /** The whole of it: nothing of ours is inherited. */
  Map<String, String> environment(Format format, Path folder) {
    Map<String, String> all = new HashMap<>();
    all.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    all.put("LC_ALL", "C.UTF-8");
    all.put("HOME", folder.toString());
    all.put("TMPDIR", folder.toString());
    all.put("CPL_TMPDIR", folder.toString());
    all.put("GDAL_SKIP", others(format));
    all.put("GDAL_DRIVER_PATH", "disable");
    all.put("GDAL_VRT_ENABLE_PYTHON", "NO");
    all.put("GDAL_CACHEMAX", "64");
    all.put("PROJ_NETWORK", "OFF");
    all.put("CPL_CURL_ENABLE_VSIMEM", "NO");
    all.put("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{none}");
    // whatever address a file names, nobody is asked: nothing listens there
    all.put("GDAL_HTTP_PROXY", "127.0.0.1:9");
    all.put("GDAL_HTTPS_PROXY", "127.0.0.1:9");
    for (String proxy : List.of("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"))
      all.put(proxy, "http://127.0.0.1:9");
    all.put("GDAL_HTTP_TIMEOUT", "1");
    all.put("GDAL_HTTP_MAX_RETRY", "0");
    // no function of a library runs because a file says so
    all.put("OGR_SQLITE_PRAGMA", "trusted_schema=OFF");
    all.put("OGR_SQLITE_ALLOW_EXTERNAL_ACCESS", "NO");
    all.put("SPATIALITE_SECURITY", "strict");
    all.put("SHAPE_RESTORE_SHX", "YES");
    all.put("OGR_XLSX_HEADERS", "FORCE");
    all.put("CPL_DEBUG", "OFF");
    return all;
  }

  /** Every driver but that of the format and the ones that write. */
  private synchronized String others(Format format) {
    if (drivers == null) drivers = listDrivers();
    return String.join(
        ",",
        drivers.stream().filter(d -> !d.equals(format.driver()) && !WRITERS.contains(d)).toList());
  }

  private static List<String> listDrivers() {
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

  private static boolean works(List<String> command) {
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
