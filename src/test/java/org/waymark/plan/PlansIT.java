package org.waymark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.WaymarkIT;
import org.waymark.plan.PlanOutcome.Status;
import org.waymark.problem.Problem;

@WaymarkIT
@RecordApplicationEvents
class PlansIT {
  static final Instant SPRING = Instant.parse("2026-04-23T00:00:00Z");
  static final Instant SUMMER = Instant.parse("2026-07-20T04:00:00Z");
  @Autowired Plans plans;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEvents events;

  /** The real plan under a district of its own, so that other tests see nothing of it. */
  static String yaml(String district) {
    try (InputStream in = PlansIT.class.getResourceAsStream("/gis-data/plan/qianjiang-2026.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("500114", district);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PlanOutcome load(String yaml, Instant knownFrom, String document) {
    return plans.load(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), knownFrom, document);
  }

  @Test
  void the_first_load_is_the_baseline_and_a_second_changes_nothing() {
    PlanKey key = new PlanKey("990001", 2026);
    assertThat(plans.findAsOf(key, SUMMER)).isEmpty();
    assertThat(load(yaml("990001"), SPRING, null).status()).isEqualTo(Status.CREATED);
    assertThat(load(yaml("990001"), SUMMER, null).status()).isEqualTo(Status.UNCHANGED);
    assertThat(plans.findAsOf(key, SPRING.minusSeconds(1))).isEmpty();
    assertThat(plans.findAsOf(key, SUMMER).orElseThrow().projects()).hasSize(24);
    assertThat(plans.get(key).version()).isEqualTo(1);
    assertThat(plans.list()).contains(key);
    assertThat(plans.districtName(key)).isEqualTo("黔江区");
    assertThat(indicators("990001")).isEqualTo(plans.get(key).indicators().count());
  }

  @Test
  void a_changed_target_becomes_an_amendment_beside_the_frozen_baseline() {
    PlanKey key = new PlanKey("990002", 2026);
    load(yaml("990002"), SPRING, null);
    String changed = yaml("990002").replace("target: 86.04", "target: 88.5");
    PlanOutcome outcome = load(changed, SUMMER, "黔江府办发〔2026〕99号");
    assertThat(outcome.status()).isEqualTo(Status.AMENDED);
    assertThat(outcome.amendments())
        .containsExactly(
            new PlanAmendment(2, "18.2.target", "86.04", "88.5", "黔江府办发〔2026〕99号", SUMMER));
    assertThat(target(key, SUMMER.minusSeconds(1))).isEqualTo("86.04");
    assertThat(target(key, SUMMER)).isEqualTo("88.5");
    assertThat(plans.listAmendments(key, SUMMER)).isEqualTo(outcome.amendments());
    assertThat(plans.listAmendments(key, SPRING)).isEmpty();
  }

  @Test
  void an_amendment_without_a_document_number_of_its_own_changes_nothing() {
    load(yaml("990003"), SPRING, null);
    String changed = yaml("990003").replace("target: 86.04", "target: 88.5");
    assertThatThrownBy(() -> load(changed, SUMMER, null))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> assertThat(p.faults().get(0).key()).isEqualTo("plan.document-taken"));
    assertThat(plans.get(new PlanKey("990003", 2026)).version()).isEqualTo(1);
  }

  @Test
  void an_indicator_that_goes_is_marked_once_and_its_code_stays() {
    load(yaml("990004"), SPRING, null);
    String without = yaml("990004").replaceAll("(?m)^.*code: \"12.3\".*\\R", "");
    PlanOutcome outcome = load(without, SUMMER, "second");
    assertThat(outcome.amendments())
        .containsExactly(new PlanAmendment(2, "12.3", "学生心理测评", null, "second", SUMMER));
    assertThat(indicators("990004"))
        .isEqualTo(plans.get(new PlanKey("990004", 2026)).indicators().count() + 1);
  }

  @Test
  void an_amendment_known_before_the_version_in_force_is_refused() {
    load(yaml("990006"), SUMMER, null);
    String changed = yaml("990006").replace("target: 86.04", "target: 88.5");
    assertThatThrownBy(() -> load(changed, SPRING, "second"))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> assertThat(p.faults().get(0).key()).isEqualTo("plan.known-too-early"));
  }

  @Test
  void says_that_a_plan_is_in_force_when_it_changed_and_only_then() {
    load(yaml("990007"), SPRING, null);
    load(yaml("990007"), SUMMER, null);
    assertThat(events.stream(PlanLoaded.class))
        .containsExactly(new PlanLoaded(new PlanKey("990007", 2026), 1));
  }

  @Test
  void a_load_taken_back_is_seen_inside_its_transaction_and_nowhere_after() {
    PlanKey key = new PlanKey("990008", 2026);
    assertThat(plans.findAsOf(key, SUMMER)).isEmpty();
    transaction.executeWithoutResult(
        status -> {
          load(yaml("990008"), SPRING, null);
          assertThat(plans.findAsOf(key, SUMMER)).isPresent();
          status.setRollbackOnly();
        });
    assertThat(plans.findAsOf(key, SUMMER)).isEmpty();
  }

  @Test
  void a_faulty_plan_changes_nothing() {
    String faulty = yaml("990005").replace("target: 86.04", "target: 8.04");
    assertThatThrownBy(() -> load(faulty, SPRING, null)).isInstanceOf(Problem.class);
    assertThat(plans.list()).doesNotContain(new PlanKey("990005", 2026));
    assertThat(
            jdbc.sql("select count(*) from core.district where district_code = '990005'")
                .query(Long.class)
                .single())
        .isZero();
  }

  private String target(PlanKey key, Instant instant) {
    return plans
        .findAsOf(key, instant)
        .flatMap(plan -> plan.findIndicator("18.2"))
        .orElseThrow()
        .target()
        .toPlainString();
  }

  private long indicators(String district) {
    return jdbc.sql("select count(*) from core.indicator where district_code = :district")
        .param("district", district)
        .query(Long.class)
        .single();
  }
}
