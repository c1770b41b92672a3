package org.waymark.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every table of the database: in an archive, or left out for a reason. A test holds this against
 * the database, so that no table is forgotten and no secret slips in.
 */
final class Parts {
  /** What {@code access} takes for no password: nobody signs in with it. */
  private static final String NO_PASSWORD = "'none'";

  private static final String TOKEN_OF_NOBODY =
      "sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))";

  /** Each after those it refers to. */
  static final List<Part> ALL =
      List.of(
          Part.of("district", "core.district"),
          Part.of("plan/versions", "core.plan_version"),
          Part.of("plan/amendments", "core.plan_amendment"),
          Part.of("plan/indicators", "core.indicator"),
          Part.of("plan/rules", "core.rule_set").ofAllDistricts().replacing(),
          Part.of("accounts/accounts", "core.account").without("password_hash", NO_PASSWORD),
          Part.of("accounts/audit", "core.audit_event"),
          Part.of("ground/township-layers", "core.township_layer"),
          Part.of("ground/townships", "core.township"),
          Part.of("ground/base", "core.base_feature"),
          Part.of("ground/footprints", "core.footprint"),
          Part.of("ground/versions", "core.footprint_version"),
          Part.of("ground/shares", "core.footprint_township"),
          Part.of("ground/imports", "core.intake_import").where("state in ('accepted', 'undone')"),
          Part.of("ground/import-changes", "core.intake_change"),
          Part.of("ground/import-numbers", "core.intake_counter"),
          Part.of("evidence/photos", "core.photo").withPictures("photos", "sha256", "content"),
          Part.of("evidence/senders", "core.photo_sender"),
          Part.of("evidence/prints", "core.photo_print"),
          Part.of("evidence/twins", "core.photo_twin"),
          Part.of("reports/reports", "core.report"),
          Part.of("reports/reviews", "core.review"),
          Part.of("reports/standings", "core.report_state"),
          Part.of("progress/footprints", "core.footprint_state"),
          Part.of("progress/parts", "core.progress_part"),
          Part.of("progress/footprint-days", "core.footprint_day"),
          Part.of("progress/totals", "core.progress_total"),
          Part.of("progress/days", "core.progress_day"),
          Part.of("progress/subject-activity", "core.subject_activity"),
          Part.of("progress/activity", "core.activity"),
          Part.of("progress/revisions", "core.progress_revision").replacing(),
          Part.of("progress/day-turns", "core.day_turn").replacing(),
          Part.of("progress/topics", "core.live_topic").replacing(),
          Part.of("publication/approvals", "core.publication"),
          Part.of("publication/withheld", "core.withheld"),
          Part.of("publication/public-photos", "core.public_photo"),
          Part.of("publication/base", "published.base"),
          Part.of("publication/snapshots", "published.snapshot"),
          Part.of("publication/maps", "published.project_map"),
          Part.of("publication/photos", "published.photo")
              .withPictures("public-photos", "photo_id", "content"),
          Part.of("publication/state", "published.state"),
          Part.of("board/screens", "core.screen").without("token_sha256", TOKEN_OF_NOBODY),
          Part.of("reminders/reminders", "core.reminder"),
          Part.of("reminders/addresses", "core.reminder_address"),
          Part.of("reminders/mails", "core.mail"),
          Part.of("reminders/calls", "core.webhook_call"),
          Part.of("reminders/leaders", "core.leader"),
          Part.of("findings/mutes", "core.finding_mute"),
          Part.of("meeting/tasks", "core.task"),
          Part.of("meeting/task-changes", "core.task_change"),
          Part.of("meeting/views", "core.saved_view"),
          Part.of("demo", "core.demo_load"));

  /** Why each other table is in no archive. */
  static final Map<String, String> LEFT_OUT = leftOut();

  private Parts() {}

  private static Map<String, String> leftOut() {
    Map<String, String> why = new LinkedHashMap<>();
    for (String table : List.of("core.device", "core.device_pairing", "core.screen_pairing"))
      why.put(table, "tokens and pairings: phones and screens are paired anew");
    for (String table : List.of("core.photo_upload", "core.photo_part"))
      why.put(table, "unfinished uploads: the phone has the photo and sends it again");
    why.put("core.draw_seed", "a secret; what was drawn for a re-check stands in the reviews");
    why.put("core.working_notice", "hints of two hours");
    why.put("core.walk", "raw walks (personal) are deleted after 30 days; an archive lives longer");
    for (String table : List.of("core.intake_feature", "core.intake_outcome"))
      why.put(table, "of imports that nobody accepted");
    for (String table :
        List.of(
            "core.tile_footprint",
            "core.tile_count",
            "core.tile_township",
            "published.tile_footprint",
            "published.tile_completed",
            "published.tile_township",
            "published.township",
            "published.footprint",
            "published.township_light",
            "published.part"))
      why.put(table, "follows from other tables: the database makes it anew");
    why.put("core.flyway_schema_history", "the product's own");
    return why;
  }
}
