package org.waymark.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Milestone.PercentRequirement;
import org.waymark.plan.Milestone.QuantityRequirement;
import org.waymark.plan.Milestone.Requirement;
import tools.jackson.databind.json.JsonMapper;

/** A plan as it stands in the database. */
final class PlanJson {
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = PercentRequirement.class, name = "percent"),
    @JsonSubTypes.Type(value = QuantityRequirement.class, name = "quantity"),
    @JsonSubTypes.Type(value = ItemRequirement.class, name = "item")
  })
  private interface Named {}

  private static final JsonMapper MAPPER =
      JsonMapper.builder().addMixIn(Requirement.class, Named.class).build();

  private PlanJson() {}

  static String write(Plan plan) {
    return MAPPER.writeValueAsString(plan);
  }

  static Plan read(String json) {
    return MAPPER.readValue(json, Plan.class);
  }

  static byte[] sha256(String json) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
