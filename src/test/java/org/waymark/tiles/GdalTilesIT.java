package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that knows nothing of Waymark. */
class GdalTilesIT extends TileCast {
  private static final Path OGRINFO = Path.of("/usr/bin/ogrinfo");

  @TempDir Path folder;

  @Test
  void gdal_reads_every_layer() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(OGRINFO), "gdal-bin is not installed");
    line("18.2-930", 108.12, 29.3, 108.16);
    accept(done("18.2-930", 0, 4000, null));
    String footprints = ogrinfo("footprints");
    assertThat(footprints).contains("18.2-930", "LINESTRING", "indicator (String) = 18.2");
    // 0.04 degrees wide, in Mercator metres, at its place
    assertThat(footprints).containsPattern("LINESTRING \\(\\(?1203\\d{4}");
    assertThat(ogrinfo("completed")).contains("18.2-930", "state (String) = verified");
    assertThat(ogrinfo("townships")).contains("东乡", "POLYGON");
  }

  private String ogrinfo(String layer) throws IOException, InterruptedException {
    String path = of(layer, 12, 108.14, 29.3);
    Path file = folder.resolve(path.substring("/tiles/".length() + layer.length() + 1));
    Files.createDirectories(file.getParent());
    Files.write(file, get("planner", path).body());
    Process process =
        new ProcessBuilder(OGRINFO.toString(), "-ro", "-al", "MVT:" + file)
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(told).as(told).contains("Layer name: " + layer);
    return told;
  }
}
