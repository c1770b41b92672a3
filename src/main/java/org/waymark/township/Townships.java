package org.waymark.township;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.DistrictClock;
import org.waymark.township.TownshipQueries.Layer;

/** Front door of the townships. A layer is never changed: a new one ends the one before. */
@Service
@Transactional(readOnly = true)
public class Townships {
  private final TownshipQueries queries;
  private final DistrictClock clock;
  private final ApplicationEventPublisher events;
  private final String configuredDistrict;

  Townships(
      TownshipQueries queries,
      DistrictClock clock,
      ApplicationEventPublisher events,
      @Value("${waymark.district}") String configuredDistrict) {
    this.queries = queries;
    this.clock = clock;
    this.events = events;
    this.configuredDistrict = configuredDistrict;
  }

  /** Of the configured district, in code order, of the layer in force now. */
  public List<Township> list() {
    return list(configuredDistrict);
  }

  /** In code order, of the layer in force now; empty before the first load. */
  public List<Township> list(String districtCode) {
    return listAsOf(districtCode, clock.now());
  }

  /** Of the configured district, as the server knew them at {@code instant}. */
  public List<Township> listAsOf(Instant instant) {
    return listAsOf(configuredDistrict, instant);
  }

  public List<Township> listAsOf(String districtCode, Instant instant) {
    return queries
        .findLayerAsOf(districtCode, instant)
        .map(layer -> queries.list(districtCode, layer.version()))
        .orElse(List.of());
  }

  /** Of the configured district; 0 before the first load. */
  public int currentLayerVersion() {
    return currentLayerVersion(configuredDistrict);
  }

  /** 0 before the first load. */
  public int currentLayerVersion(String districtCode) {
    return queries.findLayerAsOf(districtCode, clock.now()).map(Layer::version).orElse(0);
  }

  /**
   * Checks the files and, unless they are those of the layer in force, opens a new layer from now
   * on and publishes {@link TownshipLayerChanged}.
   *
   * @return the layer in force
   * @throws org.waymark.problem.Problem FAULTY_GROUND with every fault; nothing is changed then
   */
  @Transactional
  public int load(String districtCode, GroundFiles files) {
    GroundReading ground = new GroundReading(districtCode, files);
    byte[] hash = sha256(files);
    Optional<Layer> current = queries.findLayerAsOf(districtCode, clock.now());
    if (current.isPresent() && Arrays.equals(current.get().contentSha256(), hash))
      return current.get().version();
    queries.saveOutline(
        districtCode,
        ground.outline.name(),
        ground.outline.geom(),
        ground.outline.schematic(),
        files.source());
    queries.replaceRivers(districtCode, ground.rivers);
    int version = queries.openLayer(districtCode, clock.now(), files.source(), hash);
    queries.save(districtCode, version, ground.townships);
    events.publishEvent(new TownshipLayerChanged(districtCode, version));
    return version;
  }

  private static byte[] sha256(GroundFiles files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(files.outline());
      digest.update(files.townships());
      digest.update(files.rivers());
      return digest.digest(files.source().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
