package org.waymark.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.waymark.evidence.Drawing;

/**
 * Small drawings that stand for photos (画面为示意). Each scene is drawn a few times; a JPEG comment
 * with the report's name makes the bytes, and so the hash, of every photo its own.
 */
final class DemoPhotos {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final int VARIANTS = 6;
  private final Map<String, Drawing> scenes = new ConcurrentHashMap<>();

  /** 320 × 240 px. */
  Drawing.Copy photo(String scene, String name) {
    int variant = Chance.below(VARIANTS, "scene", name);
    return scenes
        .computeIfAbsent(scene + variant, k -> Drawing.of(draw(scene, variant)))
        .copy("演示数据 " + name);
  }

  private static byte[] draw(String scene, int variant) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    background(g, variant);
    switch (scene) {
      case "pipe", "source" -> trench(g, variant, new Color(0x2a5f94));
      case "road", "trail" -> trench(g, variant, new Color(0xb9bdb8));
      case "signal" -> pole(g, variant);
      case "outfall" -> outfall(g, variant);
      default -> house(g, variant);
    }
    g.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void background(Graphics2D g, int v) {
    g.setColor(new Color(0xc9d8de - v * 0x020202));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    hills(g, new Color(0xa5b5ae), 92, 34 + v * 3, v);
    hills(g, new Color(0x8ba394), 118, 24, v + 3);
    g.setColor(new Color(0x7f9664));
    g.fillRect(0, 132, WIDTH, 26);
    g.setColor(new Color(0xb59a72 + v * 0x020100));
    g.fillRect(0, 150, WIDTH, HEIGHT - 150);
  }

  private static void hills(Graphics2D g, Color color, int base, int height, int v) {
    Polygon hill = new Polygon();
    hill.addPoint(0, HEIGHT);
    for (int x = 0; x <= WIDTH; x += 10) {
      hill.addPoint(
          x,
          (int)
              (base - height * Math.abs(Math.sin(x / 61.0 + v)) - 8 * Math.sin(x / 17.0 + v * 2)));
    }
    hill.addPoint(WIDTH, HEIGHT);
    g.setColor(color);
    g.fillPolygon(hill);
  }

  private static void trench(Graphics2D g, int v, Color laid) {
    int lean = (v - 2) * 14;
    g.setColor(new Color(0x6f5536));
    g.fillPolygon(
        new int[] {150 + lean / 4, 172 + lean / 4, 262 + lean, 92 + lean},
        new int[] {140, 140, HEIGHT, HEIGHT},
        4);
    g.setColor(laid);
    g.fillPolygon(
        new int[] {156 + lean / 4, 166 + lean / 4, 214 + lean, 138 + lean},
        new int[] {140, 140, HEIGHT, HEIGHT},
        4);
    pole(g, v);
  }

  private static void pole(Graphics2D g, int v) {
    int x = 250 + v * 5;
    for (int i = 0; i < 5; i++) {
      g.setColor(i % 2 == 0 ? new Color(0xc0392b) : new Color(0xf2f0e8));
      g.fillRect(x, 80 + i * 18, 7, 18);
    }
  }

  private static void outfall(Graphics2D g, int v) {
    g.setColor(new Color(0x8d9794));
    g.fillRect(70, 96, 180, 84);
    g.setColor(new Color(0x2f3a3d));
    g.fillOval(130 + v * 2, 116, 50, 50);
    g.setColor(new Color(0x8fb9ce));
    g.fillRect(0, 190, WIDTH, 50);
    g.setColor(new Color(0x1d5fad));
    g.fillRect(206, 70, 40, 28);
  }

  private static void house(Graphics2D g, int v) {
    g.setColor(new Color(0xe7e2d6));
    g.fillRect(80 + v * 4, 60, 150, 120);
    g.setColor(new Color(0x9b5b44));
    g.fillRect(74 + v * 4, 50, 162, 14);
    g.setColor(new Color(0x5f7c8c));
    for (int row = 0; row < 3; row++)
      for (int col = 0; col < 4; col++) g.fillRect(94 + v * 4 + col * 34, 74 + row * 34, 20, 20);
  }
}
