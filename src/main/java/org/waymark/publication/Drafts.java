package org.waymark.publication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Project;
import org.waymark.progress.FootprintFeatures;
import org.waymark.progress.JudgedDay;
import org.waymark.progress.Progress;
import org.waymark.township.Townships;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the public would be shown if it were approved now. */
@Component
class Drafts {
  private static final int RECENT_DAYS = 30;

  /** The only properties of a footprint that go out, beside its shape. */
  private static final Set<String> FEATURE =
      Set.of(
          "name",
          "project",
          "track",
          "indicator",
          "kind",
          "lengthM",
          "reported",
          "verified",
          "state");

  private final Progress progress;
  private final FootprintFeatures features;
  private final Footprints footprints;
  private final Townships townships;
  private final PublicPhotos photos;
  private final PublicationQueries queries;
  private final Plans plans;
  private final DistrictClock clock;
  private final JsonMapper mapper;
  private final boolean demo;

  Drafts(
      Progress progress,
      FootprintFeatures features,
      Footprints footprints,
      Townships townships,
      PublicPhotos photos,
      PublicationQueries queries,
      Plans plans,
      DistrictClock clock,
      JsonMapper mapper,
      @Value("${waymark.demo}") boolean demo) {
    this.progress = progress;
    this.features = features;
    this.footprints = footprints;
    this.townships = townships;
    this.photos = photos;
    this.queries = queries;
    this.plans = plans;
    this.clock = clock;
    this.mapper = mapper;
    this.demo = demo;
  }

  /**
   * @param json of the facts, as they would be published
   * @param digest SHA-256 of it and the maps: what an approver has seen
   * @param withheld townships by part
   * @param maps GeoJSON by project
   */
  record Draft(
      PublicFacts facts,
      String json,
      String digest,
      Instant at,
      long revision,
      int planVersion,
      Map<String, Set<String>> withheld,
      Map<Integer, String> maps) {}

  /** One database snapshot, so that figures and maps are of one instant. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Draft make(PlanKey key) {
    return make(key, demo);
  }

  /**
   * @param demo the figures are made up
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Draft make(PlanKey key, boolean demo) {
    Instant now = clock.now();
    LocalDate day = clock.today();
    JudgedDay judged = progress.judge(key, day);
    Map<String, Set<String>> withheld = withheld(key, judged.plan());
    PublicFacts facts =
        new FactsBuilder(judged, withheld, progress::text)
            .build(
                plans.districtName(key),
                demo,
                progress.listVerified(judged.plan(), day.minusDays(RECENT_DAYS), day),
                photos.facts(key));
    String json = mapper.writeValueAsString(facts);
    Map<Integer, String> maps = maps(judged.plan());
    return new Draft(
        facts,
        json,
        digest(json, maps),
        now,
        judged.revision(),
        judged.plan().version(),
        withheld,
        maps);
  }

  /** What earlier snapshots withheld stays so. */
  private Map<String, Set<String>> withheld(PlanKey key, Plan plan) {
    Map<String, String> indicators =
        footprints.list(key).stream()
            .collect(Collectors.toMap(FootprintVersion::code, FootprintVersion::indicatorCode));
    Map<String, Map<String, Integer>> mapped = new HashMap<>();
    footprints
        .listShares(key)
        .forEach(
            (code, shares) ->
                shares.forEach(
                    share ->
                        mapped
                            .computeIfAbsent(indicators.get(code), i -> new HashMap<>())
                            .merge(share.townshipCode(), 1, Integer::sum)));
    Map<String, Set<String>> withheld =
        new TreeMap<>(
            new Suppression(townships.list().stream().map(t -> t.code()).toList(), mapped)
                .of(plan));
    queries
        .listWithheld(key)
        .forEach(
            (part, codes) -> withheld.computeIfAbsent(part, p -> new TreeSet<>()).addAll(codes));
    return withheld;
  }

  private Map<Integer, String> maps(Plan plan) {
    Map<Integer, String> maps = new LinkedHashMap<>();
    for (Project project : plan.projects()) {
      Set<String> placed =
          project.tracks().stream()
              .flatMap(t -> t.indicators().stream())
              .filter(i -> FactsBuilder.placed(project, i))
              .map(Indicator::code)
              .collect(Collectors.toSet());
      if (!placed.isEmpty()) maps.put(project.number(), map(plan, placed));
    }
    return maps;
  }

  private String map(Plan plan, Set<String> indicators) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = mapper.createGenerator(bytes)) {
      features.write(json, plan, indicators);
    }
    ObjectNode collection = mapper.createObjectNode().put("type", "FeatureCollection");
    var out = collection.putArray("features");
    for (JsonNode feature : mapper.readTree(bytes.toByteArray())) {
      JsonNode properties = feature.path("properties");
      if (!properties.path("sensitivity").asString().equals("public")) continue;
      ObjectNode told = out.addObject().put("type", "Feature");
      told.set("geometry", feature.path("geometry"));
      ((ObjectNode) told.set("properties", properties.deepCopy()).path("properties"))
          .retain(FEATURE);
    }
    return mapper.writeValueAsString(collection);
  }

  private static String digest(String json, Map<Integer, String> maps) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(json.getBytes(StandardCharsets.UTF_8));
      maps.values().forEach(map -> digest.update(map.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
