package org.waymark.problem;

/** Every problem an answer can carry; its text is {@code problem.<code>} in the i18n files. */
public enum ProblemType {
  BAD_REQUEST("bad-request", 400),
  NOT_SIGNED_IN("not-signed-in", 401),
  NOT_ALLOWED("not-allowed", 403),
  NOT_FOUND("not-found", 404),
  ID_TAKEN("id-taken", 409),
  FAULTY_FIELDS("faulty-fields", 422),
  FAULTY_GROUND("faulty-ground", 422),
  INTERNAL("internal", 500);

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
