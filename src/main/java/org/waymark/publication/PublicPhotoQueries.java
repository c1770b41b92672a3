package org.waymark.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.access.Caller;
import org.waymark.plan.PlanKey;

@Repository
class PublicPhotoQueries {
  private final JdbcClient jdbc;

  PublicPhotoQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param sha256 of the evidence
   * @param photoId of the public copy
   */
  record Flagged(String sha256, int project, String photoId, String caption, LocalDate takenOn) {}

  /** Newest picture first. */
  List<Flagged> list(PlanKey key) {
    return jdbc.sql(
            """
            select sha256, project_number, photo_id, caption, taken_on from core.public_photo
            where district_code = :district and plan_year = :year
            order by taken_on desc, sha256
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .query(
            (row, n) ->
                new Flagged(
                    row.getString(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    row.getObject(5, LocalDate.class)))
        .list();
  }

  void save(PlanKey key, Flagged photo, byte[] copy, Caller by, Instant at) {
    jdbc.sql(
            """
            insert into published.photo (district_code, photo_id, plan_year, project_number, content)
            values (:district, :id, :year, :project, :content) on conflict do nothing
            """)
        .param("district", key.districtCode())
        .param("id", photo.photoId())
        .param("year", key.year())
        .param("project", photo.project())
        .param("content", copy)
        .update();
    jdbc.sql(
            """
            insert into core.public_photo (district_code, sha256, plan_year, project_number,
              photo_id, caption, taken_on, flagged_by, flagged_at)
            values (:district, :sha256, :year, :project, :id, :caption, :takenOn, :by, :at)
            on conflict (district_code, sha256) do update
              set caption = excluded.caption, flagged_by = excluded.flagged_by,
                flagged_at = excluded.flagged_at
            """)
        .param("district", key.districtCode())
        .param("sha256", photo.sha256())
        .param("year", key.year())
        .param("project", photo.project())
        .param("id", photo.photoId())
        .param("caption", photo.caption())
        .param("takenOn", photo.takenOn())
        .param("by", by.accountId())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * The public copy goes with the last photo that it was made of; empty where it was not public.
   */
  Optional<String> delete(String district, String sha256) {
    Optional<String> id =
        jdbc.sql(
                """
                delete from core.public_photo
                where district_code = :district and sha256 = :sha256 returning photo_id
                """)
            .param("district", district)
            .param("sha256", sha256)
            .query(String.class)
            .optional();
    id.ifPresent(
        copy ->
            jdbc.sql(
                    """
                    delete from published.photo p
                    where p.district_code = :district and p.photo_id = :id
                      and not exists (select from core.public_photo q
                        where (q.district_code, q.photo_id) = (p.district_code, p.photo_id))
                    """)
                .param("district", district)
                .param("id", copy)
                .update());
    return id;
  }

  /** A copy with this id is out; several photos may give the same. */
  boolean isPublic(String district, String photoId) {
    return jdbc.sql(
            "select count(*) > 0 from published.photo where district_code = :district and photo_id = :id")
        .param("district", district)
        .param("id", photoId)
        .query(Boolean.class)
        .single();
  }

  /** Facts by snapshot number, of those that speak of a photo. */
  Map<Integer, String> listFactsNaming(PlanKey key, String photoId) {
    Map<Integer, String> facts = new HashMap<>();
    jdbc.sql(
            """
            select snapshot_number, facts from published.snapshot
            where district_code = :district and plan_year = :year and strpos(facts, :id) > 0
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("id", photoId)
        .query(
            row -> {
              facts.put(row.getInt(1), row.getString(2));
            });
    return facts;
  }

  void saveFacts(PlanKey key, int snapshot, String facts) {
    jdbc.sql(
            """
            update published.snapshot set facts = :facts
            where district_code = :district and plan_year = :year and snapshot_number = :number
            """)
        .param("district", key.districtCode())
        .param("year", key.year())
        .param("number", snapshot)
        .param("facts", facts)
        .update();
  }
}
