package org.waymark.completion;

import java.util.List;
import org.waymark.completion.CompletionReport.Kind;
import org.waymark.completion.CompletionReport.Method;
import org.waymark.completion.CompletionReport.MetreRange;
import org.waymark.completion.CompletionReport.NotNeeded;
import tools.jackson.databind.JsonNode;

/** From the JSON of a request to what it says; faults are collected, not thrown. */
final class Bodies {
  private Bodies() {}

  static CompletionReport completion(JsonNode json, Faults faults) {
    BodyReader body = new BodyReader(json, "", faults);
    var report =
        new CompletionReport(
            body.text("footprint"),
            body.whole("version"),
            body.oneOf("kind", Kind.class),
            body.text("step"),
            range(body.object("range")),
            body.texts("components"),
            body.objects("notNeeded").stream().map(Bodies::notNeeded).toList(),
            body.decimal("quantity"),
            body.instant("observedAt"),
            body.oneOf("method", Method.class),
            body.number("accuracyM"),
            body.objects("photos").stream().map(Bodies::photo).toList(),
            body.text("note"),
            body.instant("deviceTime"),
            body.uuid("replaces"));
    body.refuseOthers();
    return report;
  }

  private static MetreRange range(BodyReader range) {
    if (range == null) return null;
    var read = new MetreRange(range.number("from"), range.number("to"));
    range.refuseOthers();
    return read;
  }

  private static NotNeeded notNeeded(BodyReader each) {
    var read = new NotNeeded(each.text("component"), each.text("reason"));
    each.refuseOthers();
    return read;
  }

  private static CitedPhoto photo(BodyReader each) {
    var read =
        new CitedPhoto(
            each.text("sha256"),
            each.instant("takenAt"),
            each.number("lon"),
            each.number("lat"),
            each.number("accuracyM"),
            each.number("bearing"));
    each.refuseOthers();
    return read;
  }

  static QuantityReport quantity(JsonNode json, Faults faults) {
    BodyReader body = new BodyReader(json, "", faults);
    var report =
        new QuantityReport(
            body.text("indicator"),
            body.decimal("value"),
            body.day("asOf"),
            body.text("township"),
            body.text("note"),
            body.text("reason"),
            body.texts("attachments"));
    body.refuseOthers();
    return report;
  }

  static DeclaredPercent percent(JsonNode json, Faults faults) {
    BodyReader body = new BodyReader(json, "", faults);
    var report =
        new DeclaredPercent(
            body.text("track"),
            body.decimal("percent"),
            body.day("asOf"),
            body.text("township"),
            body.text("note"),
            body.texts("attachments"));
    body.refuseOthers();
    return report;
  }

  static ChecklistReport checklist(JsonNode json, Faults faults) {
    BodyReader body = new BodyReader(json, "", faults);
    List<String> attachments = body.texts("attachments");
    var report =
        new ChecklistReport(
            body.text("item"), body.flag("done"), body.day("asOf"), attachments, body.text("note"));
    body.refuseOthers();
    return report;
  }

  static NewReview review(JsonNode json, Faults faults) {
    BodyReader body = new BodyReader(json, "", faults);
    var review =
        new NewReview(
            body.uuid("report"),
            body.whole("level"),
            body.oneOf("verdict", NewReview.Verdict.class),
            body.text("reason"));
    body.refuseOthers();
    return review;
  }
}
