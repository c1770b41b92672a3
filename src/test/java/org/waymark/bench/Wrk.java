package org.waymark.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one client of both sides. */
final class Wrk {
  private static final String SCRIPT =
      """
      local requests, n = {}, 0
      local list = os.getenv("BENCH_PATHS")
      if list then
        init = function()
          for line in io.lines(list) do
            local path, tag = line:match("^(%%S+)%%s*(%%S*)$")
            local headers = {}
            for name, value in pairs(wrk.headers) do headers[name] = value end
            if tag ~= "" then headers["If-None-Match"] = tag end
            requests[#requests + 1] = wrk.format("GET", path, headers)
          end
        end
        request = function()
          n = n %% #requests + 1
          return requests[n]
        end
      end
      done = function(summary, latency)
        local e = summary.errors
        io.write(string.format("BENCH %%d %%d %%d %%d %%d\\n", summary.requests, summary.bytes, summary.duration,
          latency:percentile(50), e.connect + e.read + e.write + e.status + e.timeout))
      end
      """
          .replace("%%", "%");

  private Wrk() {}

  /**
   * @param requests a second
   * @param bytes a second, with heads
   * @param p50 microseconds
   */
  record Outcome(long count, double requests, double bytes, double p50) {}

  static Outcome one(String url, int connections, int seconds, String... headers)
      throws IOException, InterruptedException {
    return run(url, null, connections, seconds, headers);
  }

  /**
   * One path after the other, over and over.
   *
   * @param paths each alone, or with the tag of what is known of it behind a blank
   */
  static Outcome all(
      String url, List<String> paths, int connections, int seconds, String... headers)
      throws IOException, InterruptedException {
    Path list = Files.createTempFile("bench", ".paths");
    try {
      Files.write(list, paths);
      return run(url, list, connections, seconds, headers);
    } finally {
      Files.delete(list);
    }
  }

  private static Outcome run(
      String url, Path paths, int connections, int seconds, String... headers)
      throws IOException, InterruptedException {
    Path script = Files.writeString(Files.createTempFile("bench", ".lua"), SCRIPT);
    List<String> command =
        new ArrayList<>(
            List.of(
                "wrk",
                "--timeout",
                "30s",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "-s",
                "" + script));
    for (String header : headers) command.addAll(List.of("-H", header));
    command.add(url);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (paths != null) builder.environment().put("BENCH_PATHS", paths.toString());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Files.delete(script);
    Matcher told = Pattern.compile("BENCH (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)").matcher(out);
    if (!told.find() || !told.group(5).equals("0"))
      throw new IOException("wrk " + url + ": " + out);
    double took = Double.parseDouble(told.group(3)) / 1e6;
    long count = Long.parseLong(told.group(1));
    return new Outcome(
        count,
        count / took,
        Long.parseLong(told.group(2)) / took,
        Double.parseDouble(told.group(4)));
  }
}
