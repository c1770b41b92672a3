package org.waymark.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.waymark.plan.PlanKey;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reminders as a work-chat system takes them: a text message, and beside it the same as data. Each
 * gate once, whoever was reminded of it.
 */
final class WebhookBody {
  private final JsonMapper json;
  private final MailText text;
  private final boolean full;

  WebhookBody(JsonMapper json, MailText text, boolean full) {
    this.json = json;
    this.text = text;
    this.full = full;
  }

  record Item(
      String kind,
      int project,
      String projectName,
      String track,
      String unit,
      LocalDate due,
      LocalDate until,
      long days,
      List<Desk.Ask> asks) {}

  String of(UUID id, PlanKey key, LocalDate day, List<ReminderPlan.Wanted> wanted) {
    List<ReminderPlan.Wanted> gates = once(wanted);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("msgtype", "text");
    body.put("text", Map.of("content", text.subject(gates) + "\n" + text.body(gates).strip()));
    if (full) {
      body.put("id", id);
      body.put("event", "reminders");
      body.put("district", key.districtCode());
      body.put("plan", key.year());
      body.put("day", day);
      body.put("items", gates.stream().map(WebhookBody::item).toList());
    }
    return json.writeValueAsString(body);
  }

  private static List<ReminderPlan.Wanted> once(List<ReminderPlan.Wanted> wanted) {
    Map<String, ReminderPlan.Wanted> gates = new LinkedHashMap<>();
    for (ReminderPlan.Wanted w : wanted)
      gates.putIfAbsent(w.kind() + "/" + w.facts().about().track() + "/" + w.facts().due(), w);
    return new ArrayList<>(gates.values());
  }

  private static Item item(ReminderPlan.Wanted w) {
    Reminder.Facts f = w.facts();
    return new Item(
        w.kind(),
        f.about().project(),
        f.about().projectName(),
        f.about().track(),
        f.about().unit(),
        f.due(),
        f.until(),
        f.days(),
        f.asks());
  }
}
