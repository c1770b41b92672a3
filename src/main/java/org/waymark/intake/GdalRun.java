package org.waymark.intake;

import java.io.BufferedReader;
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

/** Runs one of GDAL's programs, confined, and judges by what it said whether it read everything. */
@Component
class GdalRun {
  private static final int LONGEST_LINE = 32_000_000;
  private static final int LONGEST_WORDS = 20_000;
  private static final Duration LEAST_TIME = Duration.ofSeconds(30);
  private static final int BYTES_PER_MS = 500;
  private final IntakeSettings limits;
  private final Confinement confinement;

  GdalRun(IntakeSettings limits, Confinement confinement) {
    this.limits = limits;
    this.confinement = confinement;
  }

  /**
   * @param each takes what it writes, line by line
   * @throws Problem UNREADABLE_FILE with what GDAL complains of
   */
  void run(String program, Source source, List<String> arguments, Consumer<String> each) {
    Duration time = timeFor(source);
    List<String> command = new ArrayList<>(confinement.prefix(time));
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
    Path folder = source.path().getParent();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(confinement.environment(source.format(), folder));
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
    if (error.matches("(?i).*(projection domain|transform|reproject).*"))
      throw Refused.because(source.name(), "wrongCrs", Map.of());
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
}
