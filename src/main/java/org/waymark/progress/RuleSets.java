package org.waymark.progress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the rules. A file's version is stored at start-up when it is new. */
@Component
class RuleSets implements InitializingBean {
  /** In order of version; the last is the one to edit. */
  private static final List<String> FILES =
      List.of("gis-data/rules/default-1.yaml", "gis-data/rules/default.yaml");

  private final RuleSetQueries queries;
  private final DistrictClock clock;
  private final JsonMapper json = new JsonMapper();
  private final Cache<String, RuleSet> read = Caffeine.newBuilder().maximumSize(100).build();

  RuleSets(RuleSetQueries queries, DistrictClock clock) {
    this.queries = queries;
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    boolean fresh = queries.findLatestVersion("default").isEmpty();
    FILES.forEach(file -> store(read(file), fresh));
  }

  /**
   * A version is in force from its own day, in a district that had another before not earlier than
   * now.
   */
  private void store(Map<?, ?> file, boolean fresh) {
    String code = (String) file.get("code");
    int version = (Integer) file.get("version");
    int stored = queries.findLatestVersion(code).orElse(0);
    if (version <= stored) return;
    Instant from = clock.startOf(LocalDate.parse(String.valueOf(file.get("knownFrom"))));
    if (!fresh && from.isBefore(clock.now())) from = clock.now();
    queries.replace(code, version, from, json.writeValueAsString(file));
  }

  /** The rules in force at {@code instant}; before the first version, the first. */
  RuleSet getAsOf(Instant instant) {
    RuleSetQueries.Stored stored = queries.getAsOf("default", instant);
    return read.get(stored.code() + "/" + stored.version(), k -> parse(stored));
  }

  private RuleSet parse(RuleSetQueries.Stored stored) {
    JsonNode rules = json.readTree(stored.definition());
    return new RuleSet(
        stored.code(),
        stored.version(),
        rules.at("/name").asString(),
        number(rules, "/gap/warn"),
        number(rules, "/gap/lag"),
        rules.at("/stale/days").asInt(),
        rules.at("/gate/graceWorkingDays").asInt(),
        rules.at("/gate/verifyWorkingDays").asInt(),
        number(rules, "/about/ratio"),
        forecast(rules.at("/forecast")));
  }

  private static ForecastRules forecast(JsonNode rules) {
    if (rules.isMissingNode()) return ForecastRules.INFORMS;
    return new ForecastRules(
        rules.at("/weeks").asInt(),
        rules.at("/minWeeks").asInt(),
        rules.at("/minSteps").asInt(),
        number(rules, "/spread"),
        rules.at("/judged").asBoolean());
  }

  private static BigDecimal number(JsonNode rules, String pointer) {
    return new BigDecimal(rules.at(pointer).asString());
  }

  private static Map<?, ?> read(String file) {
    try (InputStream in = new ClassPathResource(file).getInputStream()) {
      return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }
}
