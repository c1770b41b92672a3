package org.waymark.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Scenes are sky, ground and a score of random shapes. */
class PicturePrintTest {
  private static final int ALIKE = 8;

  @Test
  void size_light_and_a_little_noise_leave_a_print_alike() {
    for (int i = 0; i < 40; i++) {
      BufferedImage scene = scene(i, 320, 240);
      assertThat(bits(scene, scaled(scene, 160, 120)))
          .as("half of " + i)
          .isLessThanOrEqualTo(ALIKE);
      assertThat(bits(scene, changed(scene, 30, 0))).as("lighter " + i).isLessThanOrEqualTo(ALIKE);
      assertThat(bits(scene, changed(scene, 0, 24))).as("noisy " + i).isLessThanOrEqualTo(ALIKE);
    }
  }

  @Test
  void other_scenes_are_not_alike() {
    List<BufferedImage> scenes = new ArrayList<>();
    for (int i = 0; i < 60; i++) scenes.add(scene(i, 320, 240));
    int alike = 0;
    for (int i = 0; i < scenes.size(); i++)
      for (int j = 0; j < i; j++) if (bits(scenes.get(i), scenes.get(j)) <= ALIKE) alike++;
    assertThat(alike).as("of 1770 pairs").isLessThanOrEqualTo(2);
  }

  @Test
  void a_covered_lens_looks_like_nothing() {
    assertThat(PicturePrint.of(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB))).isNull();
    assertThat(PicturePrint.of(changed(scene(1, 1, 1), 0, 0))).isNull();
  }

  private static int bits(BufferedImage a, BufferedImage b) {
    return Long.bitCount(PicturePrint.of(a) ^ PicturePrint.of(b));
  }

  private static BufferedImage scene(int number, int w, int h) {
    Random random = new Random(number * 7919L);
    BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(190, 205, 215));
    g.fillRect(0, 0, w, h);
    g.setColor(new Color(150, 130, 100));
    g.fillRect(0, h / 2 + random.nextInt(Math.max(1, h / 4)), w, h);
    for (int i = 0; i < 20 && w > 1; i++) {
      g.setColor(new Color(random.nextInt(0xffffff)));
      int size = 20 + random.nextInt(80);
      g.fillOval(random.nextInt(w) - 20, random.nextInt(h) - 20, size, size / 2 + 10);
    }
    g.dispose();
    return image;
  }

  private static BufferedImage scaled(BufferedImage image, int w, int h) {
    BufferedImage small = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = small.createGraphics();
    g.drawImage(image.getScaledInstance(w, h, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
    g.dispose();
    return small;
  }

  private static BufferedImage changed(BufferedImage image, int lighter, int noise) {
    Random random = new Random(1);
    BufferedImage out =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++)
      for (int x = 0; x < image.getWidth(); x++) {
        Color c = new Color(image.getRGB(x, y));
        int add = lighter + (noise == 0 ? 0 : random.nextInt(2 * noise + 1) - noise);
        out.setRGB(
            x,
            y,
            new Color(clamp(c.getRed() + add), clamp(c.getGreen() + add), clamp(c.getBlue() + add))
                .getRGB());
      }
    return out;
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
