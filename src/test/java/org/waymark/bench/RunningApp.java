package org.waymark.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.waymark.Visitor;

/** The application as {@code ./run} starts it, in a process of its own. */
final class RunningApp implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final long PATIENCE_MS = 120_000;
  private final Process process;
  private final int port;

  private RunningApp(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Returns when it answers.
   *
   * @param options for the JVM
   */
  static RunningApp start(BenchData data, String... options)
      throws IOException, InterruptedException {
    int port = freePort();
    RunningApp app = new RunningApp(run(data, port, List.of(), options), port);
    long limit = System.currentTimeMillis() + PATIENCE_MS;
    while (!app.answers()) {
      if (!app.process.isAlive() || System.currentTimeMillis() > limit)
        throw new IOException("./run did not start: " + Files.readString(log(data).toPath()));
      Thread.sleep(20);
    }
    return app;
  }

  /** Ends by itself. */
  static Process run(BenchData data, int port, List<String> command, String... options)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("./run"));
    words.addAll(command);
    ProcessBuilder run = new ProcessBuilder(words).redirectErrorStream(true);
    run.redirectOutput(log(data));
    run.environment()
        .putAll(
            Map.of(
                "WAYMARK_HOME",
                data.home.toString(),
                "WAYMARK_PORT",
                "" + port,
                "WAYMARK_DISTRICT",
                BenchDistrict.DISTRICT,
                "WAYMARK_NOW",
                BenchData.NOW,
                "JAVA_OPTS",
                String.join(" ", options)));
    return run.start();
  }

  private static File log(BenchData data) {
    return data.home.resolve("run.log").toFile();
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return CLIENT.send(request("/sign-in").build(), BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** Header of the planner's session. */
  String cookie() {
    Visitor visitor = Visitor.browser(port);
    visitor.signIn("bench", BenchData.PASSWORD);
    return "Cookie: "
        + visitor.cookies().stream()
            .map(c -> c.getName() + "=" + c.getValue())
            .collect(Collectors.joining("; "));
  }

  /** Header of the planner's password. */
  static String basic() {
    byte[] both = ("bench:" + BenchData.PASSWORD).getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(both);
  }

  HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    for (String header : headers)
      request.header(header.split(": ", 2)[0], header.split(": ", 2)[1]);
    HttpResponse<byte[]> answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) throw new IOException(path + ": " + answer.statusCode());
    return answer;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url(path)));
  }

  long cpuNanos() {
    return ClusterCpu.nanos(process.pid());
  }

  double residentMiB() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
