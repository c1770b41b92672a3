package org.waymark.evidence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;

@Component
class PhotoQueries {
  private final JdbcClient jdbc;

  PhotoQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Stored(String mediaType, byte[] content) {}

  record Unfinished(int offset, int total) {}

  /** Serialises the uploads of one photo by one account until the transaction ends. */
  void lock(Caller caller, String sha256) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 1))")
        .param("key", "photo/" + caller.districtCode() + "/" + sha256 + "/" + caller.accountId())
        .query((rs, i) -> 0)
        .list();
  }

  /** Serialises what counts against an account's quotas until the transaction ends. */
  void lockAccount(Caller caller) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 4))")
        .param("key", "photos/" + caller.districtCode() + "/" + caller.accountId())
        .query((rs, i) -> 0)
        .list();
  }

  /** Whole photos, every byte of them, what lies behind the picture too. */
  long countBytesSince(Caller caller, Instant instant) {
    return jdbc.sql(
            """
            select coalesce(sum(p.byte_length), 0)::bigint
            from core.photo_sender s join core.photo p using (district_code, sha256)
            where s.district_code = :district and s.account_id = :account and s.sent_at >= :instant
            """)
        .param("district", caller.districtCode())
        .param("account", caller.accountId())
        .param("instant", instant.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  Set<String> listKnown(String district, Collection<String> sha256) {
    return new HashSet<>(
        jdbc.sql(
                """
                select sha256 from core.photo
                where district_code = :district and sha256 = any(:hashes)
                """)
            .param("district", district)
            .param("hashes", sha256.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  Optional<Integer> findLength(String district, String sha256) {
    return jdbc.sql(
            """
            select byte_length from core.photo
            where district_code = :district and sha256 = :sha256
            """)
        .param("district", district)
        .param("sha256", sha256)
        .query(Integer.class)
        .optional();
  }

  boolean isSender(Caller caller, String sha256) {
    return jdbc.sql(
            """
            select exists (select from core.photo_sender
              where district_code = :district and sha256 = :sha256 and account_id = :account)
            """)
        .param("district", caller.districtCode())
        .param("sha256", sha256)
        .param("account", caller.accountId())
        .query(Boolean.class)
        .single();
  }

  Optional<Stored> findContent(String district, String sha256) {
    return find(district, sha256, "media_type, content");
  }

  Optional<Stored> findThumbnail(String district, String sha256) {
    return find(district, sha256, "'image/jpeg', thumbnail");
  }

  private Optional<Stored> find(String district, String sha256, String columns) {
    return jdbc.sql(
            "select "
                + columns
                + " from core.photo where district_code = :district and sha256 = :sha256")
        .param("district", district)
        .param("sha256", sha256)
        .query((rs, i) -> new Stored(rs.getString(1), rs.getBytes(2)))
        .optional();
  }

  Optional<Unfinished> findUnfinished(Caller caller, String sha256) {
    return jdbc.sql(
            """
            select coalesce(sum(length(p.content)), 0)::int, u.total_bytes
            from core.photo_upload u
            left join core.photo_part p using (district_code, sha256, account_id)
            where u.district_code = :district and u.sha256 = :sha256 and u.account_id = :account
            group by u.total_bytes
            """)
        .param("district", caller.districtCode())
        .param("sha256", sha256)
        .param("account", caller.accountId())
        .query((rs, i) -> new Unfinished(rs.getInt(1), rs.getInt(2)))
        .optional();
  }

  void addPart(Caller caller, String sha256, int from, int total, byte[] content, Instant now) {
    jdbc.sql(
            """
            insert into core.photo_upload (district_code, sha256, account_id, total_bytes, updated_at)
            values (:district, :sha256, :account, :total, :now)
            on conflict (district_code, sha256, account_id) do update set updated_at = :now
            """)
        .param("district", caller.districtCode())
        .param("sha256", sha256)
        .param("account", caller.accountId())
        .param("total", total)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            insert into core.photo_part (district_code, sha256, account_id, from_byte, content)
            values (:district, :sha256, :account, :from, :content)
            """)
        .param("district", caller.districtCode())
        .param("sha256", sha256)
        .param("account", caller.accountId())
        .param("from", from)
        .param("content", content)
        .update();
  }

  record OnTheirWay(int count, long bytes) {}

  /** Photos this account began and did not finish, by the length they will have. */
  OnTheirWay countUnfinished(Caller caller) {
    return jdbc.sql(
            """
            select count(*)::int, coalesce(sum(total_bytes), 0)::bigint from core.photo_upload
            where district_code = :district and account_id = :account
            """)
        .param("district", caller.districtCode())
        .param("account", caller.accountId())
        .query((rs, i) -> new OnTheirWay(rs.getInt(1), rs.getLong(2)))
        .single();
  }

  byte[] joinParts(Caller caller, String sha256) {
    return jdbc.sql(
            """
            select string_agg(content, ''::bytea order by from_byte) from core.photo_part
            where district_code = :district and sha256 = :sha256 and account_id = :account
            """)
        .param("district", caller.districtCode())
        .param("sha256", sha256)
        .param("account", caller.accountId())
        .query((rs, i) -> rs.getBytes(1))
        .single();
  }

  void dropUpload(Caller caller, String sha256) {
    jdbc.sql(
            """
            delete from core.photo_upload
            where district_code = :district and sha256 = :sha256 and account_id = :account
            """)
        .param("district", caller.districtCode())
        .param("sha256", sha256)
        .param("account", caller.accountId())
        .update();
  }

  void dropUploadsBefore(String district, Instant instant) {
    jdbc.sql(
            """
            delete from core.photo_upload
            where district_code = :district and updated_at < :instant
            """)
        .param("district", district)
        .param("instant", instant.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** False where somebody else was first. */
  boolean insert(Caller caller, String sha256, Picture picture, byte[] content, Instant now) {
    return jdbc.sql(
            """
            with photo as (
              insert into core.photo (district_code, sha256, media_type, byte_length, width_px,
                height_px, content, thumbnail, received_at)
              values (:district, :sha256, :type, :length, :width, :height, :content, :thumbnail, :now)
              on conflict (district_code, sha256) do nothing
              returning sha256),
            sender as (
              insert into core.photo_sender (district_code, sha256, account_id, sent_at)
              values (:district, :sha256, :account, :now)
              on conflict do nothing)
            select exists (select from photo)
            """)
        .param("district", caller.districtCode())
        .param("sha256", sha256)
        .param("account", caller.accountId())
        .param("type", picture.mediaType())
        .param("length", content.length)
        .param("width", picture.widthPx())
        .param("height", picture.heightPx())
        .param("content", content)
        .param("thumbnail", picture.thumbnail())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }
}
