package org.waymark.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.waymark.field.BreakingLine.Fate;

/** Background Sync, where the browser has it: the worker sends when no page of the app is open. */
@Tag("long")
class FieldBackgroundUI extends PhoneCast {
  @Test
  void a_sync_event_empties_the_outbox_with_the_app_closed() {
    phone.context().grantPermissions(List.of("geolocation", "background-sync"));
    line.fates(r -> r.path().startsWith("/api/") ? Fate.REQUEST_LOST : Fate.PASSES);
    mark(100, 300);
    mark(400, 600);
    phone.until(
        "async () => (await (await navigator.serviceWorker.ready).sync.getTags()).includes('waymark-outbox')",
        null);
    Page elsewhere = phone.context().newPage();
    elsewhere.navigate("/favicon.svg"); // of the same origin, not of the app
    page.close();
    line.fates(r -> Fate.PASSES);
    assertThat(told(pipe)).isEmpty();
    CDPSession session = phone.context().newCDPSession(elsewhere);
    String registration = registration(session, elsewhere);
    JsonObject event = new JsonObject();
    event.addProperty("origin", "http://127.0.0.1:" + line.port());
    event.addProperty("registrationId", registration);
    event.addProperty("tag", "waymark-outbox");
    event.addProperty("lastChance", false);
    long end = System.currentTimeMillis() + 60_000;
    do {
      session.send("ServiceWorker.dispatchSyncEvent", event);
      elsewhere.waitForTimeout(500);
    } while (told(pipe).stream().filter(t -> t.endsWith("1/1")).count() < 2
        && System.currentTimeMillis() < end);
    assertThat(told(pipe)).containsExactly("done typed 100–300 1/1", "done typed 400–600 1/1");
    assertThat(elsewhere.evaluate("async () => (await caches.keys()).length")).isEqualTo(1);
  }

  private static String registration(CDPSession session, Page page) {
    AtomicReference<String> found = new AtomicReference<>();
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        event -> {
          for (JsonElement each : event.getAsJsonArray("registrations")) {
            JsonObject one = each.getAsJsonObject();
            if (one.get("scopeURL").getAsString().endsWith("/field/"))
              found.set(one.get("registrationId").getAsString());
          }
        });
    session.send("ServiceWorker.enable");
    for (int i = 0; i < 100 && found.get() == null; i++) page.waitForTimeout(100);
    return found.get();
  }
}
