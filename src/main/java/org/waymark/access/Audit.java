package org.waymark.access;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;

/** The audit log: who, when, what. Written in the caller's transaction, never changed. */
@Component
public class Audit {
  private final AuditQueries queries;
  private final Callers callers;
  private final DistrictClock clock;
  private final String district;

  Audit(
      AuditQueries queries,
      Callers callers,
      DistrictClock clock,
      @Value("${waymark.district}") String district) {
    this.queries = queries;
    this.callers = callers;
    this.clock = clock;
    this.district = district;
  }

  /**
   * By whoever is signed in; by the system where nobody is (commands, jobs).
   *
   * @param subject the id of what was touched, such as report/…uuid
   */
  public void record(String action, String subject, Map<String, ?> detail) {
    record(callers.find().orElse(null), action, subject, detail);
  }

  /**
   * @param caller null for the system itself
   */
  public void record(Caller caller, String action, String subject, Map<String, ?> detail) {
    write(
        caller == null ? null : caller.accountId(),
        caller == null ? null : caller.userName(),
        action,
        subject,
        detail);
  }

  /** For sign-ins, where the name typed may belong to nobody. */
  void write(
      Long accountId, String userName, String action, String subject, Map<String, ?> detail) {
    queries.insert(district, clock.now(), accountId, userName, action, subject, detail);
  }

  /** Newest first. */
  List<AuditEvent> list(int limit, Long before) {
    return queries.list(district, limit, before);
  }
}
