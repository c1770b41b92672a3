package org.waymark.field;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.access.Accounts;
import org.waymark.access.Audit;
import org.waymark.access.Caller;
import org.waymark.completion.Completions;
import org.waymark.completion.Receipt;
import org.waymark.evidence.Photos;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;
import org.waymark.words.ProblemBodies;
import tools.jackson.databind.JsonNode;

/**
 * Stores the items of a rescue file each for itself, as if their author had sent them; the audit
 * log tells who brought them in.
 */
@Component
class RescuedItems {
  private static final Logger LOG = LoggerFactory.getLogger(RescuedItems.class);
  private final Accounts accounts;
  private final Completions completions;
  private final Photos photos;
  private final Audit audit;
  private final ProblemBodies problems;

  RescuedItems(
      Accounts accounts,
      Completions completions,
      Photos photos,
      Audit audit,
      ProblemBodies problems) {
    this.accounts = accounts;
    this.completions = completions;
    this.photos = photos;
    this.audit = audit;
    this.problems = problems;
  }

  /** Whose work it is, who brings it in, and from where. */
  record Author(Caller author, Caller by, PlanKey key, Map<String, Object> origin) {}

  /**
   * @param status as a PUT of the report alone would have
   */
  record Result(
      UUID id,
      int status,
      Receipt receipt,
      List<PhotoResult> photos,
      Map<String, Object> problem) {}

  record PhotoResult(String sha256, int status, Map<String, Object> problem) {}

  /**
   * @throws Problem FAULTY_FIELDS where there is no such account
   */
  Author begin(Caller by, PlanKey key, String account, String device, String exportedAt) {
    Caller author =
        accounts
            .find(account)
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemType.FAULTY_FIELDS,
                        Map.of("count", 1),
                        List.of(
                            new Fault("/account", "unknown-account", Map.of("value", account)))))
            .caller();
    Map<String, Object> origin = new TreeMap<>();
    origin.put("account", account);
    origin.put("device", device);
    origin.put("exportedAt", exportedAt);
    return new Author(author, by, key, origin);
  }

  PhotoResult photo(Author author, String sha256, String base64) {
    try {
      if (!sha256.matches("[0-9a-f]{64}"))
        throw fault("/photos", "not-a-hash", sha256.substring(0, Math.min(80, sha256.length())));
      boolean created = photos.store(author.author(), sha256, bytes(base64));
      return new PhotoResult(sha256, created ? 201 : 200, null);
    } catch (RuntimeException failure) {
      Problem problem = problemOf(failure, "photo " + sha256);
      return new PhotoResult(sha256, problem.type().status(), body(problem));
    }
  }

  Result report(Author author, UUID id, JsonNode body, List<PhotoResult> came) {
    try {
      if (id == null) throw fault("/id", "not-uuid", "–");
      if (body == null) throw fault("/body", "missing", "–");
      Completions.Submitted stored =
          completions.submitBrought(author.author(), author.by(), author.key(), id, body);
      if (stored.created())
        audit.record(author.by(), "rescue.report", "report/" + id, author.origin());
      return new Result(id, stored.created() ? 201 : 200, stored.receipt(), came, null);
    } catch (RuntimeException failure) {
      Problem problem = problemOf(failure, "report " + id);
      return new Result(id, problem.type().status(), null, came, body(problem));
    }
  }

  void conclude(Author author, List<Result> results) {
    Map<String, Object> told = new TreeMap<>(author.origin());
    told.put("reports", results.size());
    told.put("stored", results.stream().filter(r -> r.status() == 201).count());
    told.put("known", results.stream().filter(r -> r.status() == 200).count());
    audit.record(author.by(), "rescue.import", "account/" + author.author().accountId(), told);
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw fault("/photos", "not-base64", e.getMessage());
    }
  }

  private static Problem problemOf(RuntimeException failure, String what) {
    if (failure instanceof Problem problem) return problem;
    String number = Long.toHexString(System.nanoTime() & 0xffffffffL);
    LOG.error("{} {} of a rescue file", number, what, failure);
    return new Problem(ProblemType.INTERNAL, Map.of("id", number));
  }

  private Map<String, Object> body(Problem problem) {
    return problems.of(problem, null, LocaleContextHolder.getLocale());
  }

  private static Problem fault(String pointer, String key, Object value) {
    return new Problem(
        ProblemType.FAULTY_FIELDS,
        Map.of("count", 1),
        List.of(new Fault(pointer, key, Map.of("value", value))));
  }
}
