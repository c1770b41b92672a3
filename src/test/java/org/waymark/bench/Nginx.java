package org.waymark.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves packed files, and MapServer behind a socket. */
final class Nginx implements AutoCloseable {
  private final Path home = Files.createTempDirectory("waymark-nginx");
  private final int port = RunningApp.freePort();
  private final Process process;

  /**
   * @param files packed, by the address they get
   * @param socket of FastCGI
   */
  Nginx(Map<String, byte[]> files, Path socket) throws IOException, InterruptedException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = home.resolve(file.getKey().substring(1));
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Files.writeString(
        home.resolve("nginx.conf"),
        """
        daemon off; master_process off; worker_processes 1; pid %1$s/pid; error_log %1$s/error.log;
        events { worker_connections 64; }
        http {
          access_log off; sendfile on; tcp_nopush on; open_file_cache max=1000; keepalive_requests 10000000;
          client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s; uwsgi_temp_path %1$s; scgi_temp_path %1$s;
          server {
            listen 127.0.0.1:%2$d; root %1$s;
            location / { types { } default_type application/vnd.mapbox-vector-tile; add_header Content-Encoding gzip; }
            location /mapserver {
              fastcgi_pass unix:%3$s; fastcgi_buffers 64 64k; fastcgi_max_temp_file_size 0;
              fastcgi_param QUERY_STRING $query_string; fastcgi_param REQUEST_METHOD $request_method;
              fastcgi_param SCRIPT_NAME /mapserver; fastcgi_param SERVER_NAME localhost; fastcgi_param SERVER_PORT %2$d;
            }
          }
        }
        """
            .formatted(home, port, socket));
    process =
        new ProcessBuilder(
                "nginx", "-c", home.resolve("nginx.conf").toString(), "-p", home.toString())
            .inheritIO()
            .start();
    for (int i = 0; i < 100 && !listens(); i++) Thread.sleep(50);
    if (!listens()) throw new IOException("nginx did not start; see " + home);
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  long cpuNanos() {
    return ClusterCpu.nanos(process.pid());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
