package org.waymark.problem;

/** Every problem an answer can carry; its text is {@code problem.<code>} in the i18n files. */
public enum ProblemType {
  BAD_REQUEST("bad-request", 400),
  FUTURE_DAY("future-day", 400),
  BAD_PARAMETER("bad-parameter", 400),
  MISSING_PARAMETER("missing-parameter", 400),
  UNKNOWN_PARAMETER("unknown-parameter", 400),
  BAD_FILTER("bad-filter", 400),
  TOO_COSTLY("too-costly", 400),
  NOT_SIGNED_IN("not-signed-in", 401),
  WRONG_PASSWORD("wrong-password", 401),
  TOKEN_UNKNOWN("token-unknown", 401),
  TOKEN_EXPIRED("token-expired", 401),
  ACCOUNT_DISABLED("account-disabled", 401),
  NOT_ALLOWED("not-allowed", 403),
  MUST_CHANGE_PASSWORD("must-change-password", 403),
  NO_CSRF_TOKEN("no-csrf-token", 403),
  NOT_FOUND("not-found", 404),
  PAIRING_UNKNOWN("pairing-unknown", 404),
  PLAN_NOT_KNOWN("plan-not-known", 404),
  METHOD_NOT_ALLOWED("method-not-allowed", 405),
  NOT_ACCEPTABLE("not-acceptable", 406),
  ID_TAKEN("id-taken", 409),
  OWN_ACCOUNT("own-account", 409),
  TOO_LARGE("too-large", 413),
  WRONG_MEDIA_TYPE("wrong-media-type", 415),
  CANNOT_REVIEW("cannot-review", 409),
  CANNOT_PUBLISH("cannot-publish", 409),
  DRAFT_CHANGED("draft-changed", 409),
  PLAN_MOVED("plan-moved", 409),
  IMPORT_STATE("import-state", 409),
  NOT_EMPTY("not-empty", 409),
  SNAPSHOT_WITHDRAWN("snapshot-withdrawn", 410),
  WRONG_OFFSET("wrong-offset", 409),
  PHOTO_TOO_LARGE("photo-too-large", 413),
  NOT_A_PHOTO("not-a-photo", 415),
  HASH_MISMATCH("hash-mismatch", 422),
  FAULTY_FIELDS("faulty-fields", 422),
  FAULTY_GROUND("faulty-ground", 422),
  FAULTY_PLAN("faulty-plan", 422),
  UNREADABLE_FILE("unreadable-file", 422),
  FAULTY_ARCHIVE("faulty-archive", 422),
  TOO_MANY_ATTEMPTS("too-many-attempts", 429),
  TOO_MANY_AT_ONCE("too-many-at-once", 429),
  UPLOAD_QUOTA("upload-quota", 429),
  DAILY_QUOTA("daily-quota", 429),
  INTERNAL("internal", 500),
  SOURCE_FAILED("source-failed", 502),
  BUSY("busy", 503),
  READER_MISSING("reader-missing", 503),
  FONT_MISSING("font-missing", 503),
  TOO_MANY_STREAMS("too-many-streams", 503);

  private final String code;
  private final int status;

  ProblemType(String code, int status) {
    this.code = code;
    this.status = status;
  }

  public String code() {
    return code;
  }

  public int status() {
    return status;
  }
}
