package org.waymark.basemap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/** A map server on this machine: PNG tiles for whoever has the key, and a note of every request. */
final class TileServer {
  static final String KEY = "s3cret-tile-key";

  enum Mood {
    WELL,
    /** 500, with a page that repeats the key. */
    BROKEN,
    /** 302 to another place of its own. */
    MOVED
  }

  private final HttpServer server;
  private final List<URI> asked = new CopyOnWriteArrayList<>();
  volatile Mood mood = Mood.WELL;

  TileServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Of the same shape as a paid service's: the key in the query. */
  String template() {
    return "http://127.0.0.1:%d/tiles/{z}/{x}/{y}.png?tk=%s"
        .formatted(server.getAddress().getPort(), KEY);
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<URI> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI());
    byte[] body = mood == Mood.WELL ? tile() : ("<p>" + KEY).getBytes(StandardCharsets.UTF_8);
    if (mood == Mood.MOVED) exchange.getResponseHeaders().set("Location", "/elsewhere?tk=" + KEY);
    exchange.sendResponseHeaders(
        switch (mood) {
          case WELL -> 200;
          case BROKEN -> 500;
          case MOVED -> 302;
        },
        body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] tile() throws IOException {
    var picture = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    graphics.setColor(new Color(0x9c, 0xb4, 0x8c));
    graphics.fillRect(0, 0, 256, 256);
    graphics.setColor(Color.WHITE);
    graphics.drawRect(0, 0, 255, 255);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }
}
