package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** What a confined process finds around it. */
class ConfinementTest {
  private static final IntakeSettings LIMITS =
      new IntakeSettings(
          null,
          DataSize.ofMegabytes(1),
          DataSize.ofMegabytes(4),
          50,
          20,
          100,
          DataSize.ofMegabytes(512),
          Duration.ofSeconds(5),
          Duration.ofHours(1));
  private final Confinement confinement = new Confinement(LIMITS);
  @TempDir Path folder;

  @Test
  void has_nothing_of_ours_in_its_environment() throws Exception {
    assertThat(said("printenv", "HOME", "TMPDIR", "OGR_SQLITE_PRAGMA"))
        .isEqualTo(folder + "\n" + folder + "\ntrusted_schema=OFF\n");
    assertThat(said("printenv").lines().map(line -> line.split("=")[0]))
        .containsExactlyInAnyOrderElementsOf(confinement.environment(Format.KML, folder).keySet());
    assertThat(confinement.environment(Format.KML, folder).get("GDAL_SKIP").split(","))
        .contains("GPKG", "OGR_VRT", "CSW", "PostgreSQL")
        .doesNotContain("LIBKML", "GeoJSONSeq");
  }

  @Test
  void has_limits_and_gains_no_privileges() throws Exception {
    assertThat(said("cat", "/proc/self/status")).contains("NoNewPrivs:\t1");
    assertThat(said("cat", "/proc/self/limits"))
        .containsPattern("Max cpu time +5 ")
        .containsPattern("Max address space +536870912 ")
        .containsPattern("Max file size +4194304 ")
        .containsPattern("Max core file size +0 ")
        .containsPattern("Max processes +1 ");
  }

  /** Only where this machine lets us make a namespace; see docs/operations.md for the rest. */
  @Test
  void sees_no_network_where_that_can_be_taken_away() throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        confinement.prefix(Duration.ofSeconds(5)).contains("unshare"));
    assertThat(said("cat", "/proc/net/dev").lines().skip(2))
        .allMatch(line -> line.strip().startsWith("lo:"));
  }

  private String said(String... command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(confinement.prefix(Duration.ofSeconds(5)));
    whole.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(confinement.environment(Format.KML, folder));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
