package org.waymark.evidence;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * What a picture looks like in 64 bits: the signs of its low frequencies. Re-encoding, another size
 * or light change few bits; another picture about half of them.
 */
final class PicturePrint {
  private static final int SIDE = 32;
  private static final int LOW = 8;
  private static final double[][] COSINES = cosines();

  /**
   * Less than this much contrast (standard deviation of grey, 0..255) is no picture of anything.
   */
  private static final double LEAST_CONTRAST = 4;

  private PicturePrint() {}

  /** Null for a picture without structure, such as a covered lens. */
  static Long of(BufferedImage image) {
    double[][] grey = grey(image);
    if (contrast(grey) < LEAST_CONTRAST) return null;
    double[] low = lowFrequencies(grey);
    double[] sorted = low.clone();
    Arrays.sort(sorted);
    double median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    long print = 0;
    for (double value : low) print = print << 1 | (value > median ? 1 : 0);
    return print;
  }

  private static double[][] grey(BufferedImage image) {
    BufferedImage small = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = small.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(averaged(image), 0, 0, SIDE, SIDE, null);
    g.dispose();
    double[][] grey = new double[SIDE][SIDE];
    for (int y = 0; y < SIDE; y++)
      for (int x = 0; x < SIDE; x++) {
        int rgb = small.getRGB(x, y);
        grey[y][x] = 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
      }
    return grey;
  }

  /** Halves until bilinear sampling misses no pixel. */
  private static BufferedImage averaged(BufferedImage image) {
    BufferedImage now = image;
    while (now.getWidth() >= 4 * SIDE || now.getHeight() >= 4 * SIDE) {
      int w = Math.max(SIDE, now.getWidth() / 2);
      int h = Math.max(SIDE, now.getHeight() / 2);
      BufferedImage half = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = half.createGraphics();
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      g.drawImage(now, 0, 0, w, h, null);
      g.dispose();
      now = half;
    }
    return now;
  }

  private static double contrast(double[][] grey) {
    double sum = 0;
    double squares = 0;
    for (double[] row : grey)
      for (double value : row) {
        sum += value;
        squares += value * value;
      }
    double mean = sum / (SIDE * SIDE);
    return Math.sqrt(Math.max(0, squares / (SIDE * SIDE) - mean * mean));
  }

  /** 64 coefficients of the cosine transform, lowest first, without the mean. */
  private static double[] lowFrequencies(double[][] grey) {
    double[] low = new double[LOW * LOW];
    for (int v = 0; v < LOW; v++)
      for (int u = 0; u < LOW; u++) low[v * LOW + u] = coefficient(grey, u + 1, v);
    return low;
  }

  private static double coefficient(double[][] grey, int u, int v) {
    double sum = 0;
    for (int y = 0; y < SIDE; y++) {
      double row = 0;
      for (int x = 0; x < SIDE; x++) row += grey[y][x] * COSINES[u][x];
      sum += row * COSINES[v][y];
    }
    return sum;
  }

  /** By frequency, then place. */
  private static double[][] cosines() {
    double[][] all = new double[LOW + 1][SIDE];
    for (int f = 0; f <= LOW; f++)
      for (int at = 0; at < SIDE; at++)
        all[f][at] = Math.cos(Math.PI * (2 * at + 1) * f / (2 * SIDE));
    return all;
  }
}
