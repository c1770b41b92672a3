package org.waymark.township;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.DistrictClock;
import org.waymark.geojson.Feature;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;
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

  /** Of the configured district, as last loaded; rivers have no versions. */
  public List<River> listRivers() {
    return queries.listRivers(configuredDistrict).stream()
        .map(r -> new River(r.name(), r.geom()))
        .toList();
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

  /**
   * Checks a layer of townships without bringing it into force.
   *
   * @param features properties code and name; kind, seat_lon and seat_lat where known
   */
  public LayerReport check(String districtCode, List<Feature> features) {
    GroundReading reading = new GroundReading(districtCode, features);
    List<Fault> faults = reading.faults();
    return new LayerReport(
        List.copyOf(reading.townships),
        List.copyOf(faults),
        faults.isEmpty() ? Seams.of(reading.townships) : List.of());
  }

  /**
   * Opens a layer from now on with these townships; they together are the district's outline.
   * Rivers stay, and so does a seat that the features do not name and that lies within.
   *
   * @return the layer in force
   * @throws Problem FAULTY_GROUND with every fault; nothing is changed then
   */
  @Transactional
  public int replace(String districtCode, List<Feature> features, String source) {
    LayerReport report = check(districtCode, features);
    if (!report.faults().isEmpty())
      throw new Problem(
          ProblemType.FAULTY_GROUND, Map.of("count", report.faults().size()), report.faults());
    Map<String, Point> seats = new HashMap<>();
    list(districtCode).forEach(t -> seats.put(t.code(), t.seat()));
    return open(
        districtCode,
        report.townships().stream().map(t -> seated(t, seats.get(t.code()))).toList(),
        source);
  }

  private static Township seated(Township t, Point seat) {
    if (t.seat() != null || seat == null || !t.geom().intersects(seat)) return t;
    return new Township(t.code(), t.name(), t.shortName(), t.kind(), seat, t.geom(), t.schematic());
  }

  /** Whether the layer in force holds the very townships of an older one. */
  public boolean isInForce(String districtCode, int layerVersion) {
    if (currentLayerVersion(districtCode) == layerVersion) return true;
    List<Township> now = list(districtCode);
    List<Township> then = queries.list(districtCode, layerVersion);
    if (now.size() != then.size()) return false;
    for (int i = 0; i < now.size(); i++)
      if (!now.get(i).code().equals(then.get(i).code())
          || !now.get(i).name().equals(then.get(i).name())
          || !now.get(i).geom().equalsExact(then.get(i).geom())) return false;
    return true;
  }

  /** Opens a layer from now on with the townships of an older one. */
  @Transactional
  public int restore(String districtCode, int layerVersion, String source) {
    return open(districtCode, queries.list(districtCode, layerVersion), source);
  }

  private int open(String districtCode, List<Township> townships, String source) {
    String name = queries.findDistrictName(districtCode).orElse(districtCode);
    boolean schematic = townships.stream().anyMatch(Township::schematic);
    queries.saveOutline(districtCode, name, Seams.union(townships), schematic, source);
    int version = queries.openLayer(districtCode, clock.now(), source, sha256(townships));
    queries.save(districtCode, version, townships);
    events.publishEvent(new TownshipLayerChanged(districtCode, version));
    return version;
  }

  private static byte[] sha256(List<Township> townships) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Township t : townships) {
        digest.update((t.code() + "\0" + t.name() + "\0").getBytes(StandardCharsets.UTF_8));
        digest.update(new WKBWriter().write(t.geom()));
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
