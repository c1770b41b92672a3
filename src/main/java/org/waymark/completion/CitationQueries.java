package org.waymark.completion;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.plan.PlanKey;

@Component
class CitationQueries {
  private final JdbcClient jdbc;

  CitationQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Numbers of the projects whose reports cite a photo, by plan. */
  Map<PlanKey, Set<Integer>> listProjectsCiting(String sha256) {
    Map<PlanKey, Set<Integer>> projects = new HashMap<>();
    jdbc.sql(
            """
            select distinct district_code, plan_year, project_number from core.report
            where photo_hashes @> array[:hash]::text[]""")
        .param("hash", sha256)
        .query(
            row -> {
              PlanKey key = new PlanKey(row.getString("district_code"), row.getInt("plan_year"));
              projects.computeIfAbsent(key, k -> new TreeSet<>()).add(row.getInt("project_number"));
            });
    return projects;
  }

  /** Of these photos, those that a report cites, whatever became of it. */
  Set<String> listCited(String district, Collection<String> sha256) {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct h from core.report r, unnest(r.photo_hashes) h
                where r.district_code = :district and r.photo_hashes && cast(:hashes as text[])
                  and h = any(cast(:hashes as text[]))
                """)
            .param("district", district)
            .param("hashes", sha256.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** Of these photos, those that an accepted report cites. */
  Set<String> listAccepted(String district, Collection<String> sha256) {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct h
                from core.report r
                join core.report_state s using (district_code, report_id), unnest(r.photo_hashes) h
                where r.district_code = :district and r.photo_hashes && cast(:hashes as text[])
                  and h = any(cast(:hashes as text[])) and s.state = 'accepted'
                """)
            .param("district", district)
            .param("hashes", sha256.toArray(String[]::new))
            .query(String.class)
            .list());
  }
}
