package org.waymark.completion;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CitationQueries {
  private final JdbcClient jdbc;

  CitationQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
}
