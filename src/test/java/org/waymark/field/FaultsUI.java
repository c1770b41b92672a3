package org.waymark.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Visitor;
import org.waymark.field.BreakingLine.Fate;
import org.waymark.field.BreakingLine.Request;
import tools.jackson.databind.JsonNode;

/**
 * Many reports with photos from one phone over a line that loses requests and answers, cuts,
 * doubles and delays, while the browser is killed now and then: acknowledged = stored = counted.
 * {@code ./test} sends a dozen; {@code ./test --faults} sends 500.
 */
class FaultsUI extends FieldCast {
  private static final int REPORTS = Integer.getInteger("waymark.faults", 12);
  private static final int FAULTS_IN_A_HUNDRED = 35;
  private static final int KILL_EVERY = 60;
  @TempDir Path folder;

  @Test
  void acknowledged_is_stored_is_counted() {
    String pipe = pipe();
    Map<String, Integer> fates = new ConcurrentHashMap<>();
    Random random = new Random(20260708);
    try (BreakingLine line = new BreakingLine(port)) {
      Phone phone = new Phone(folder, line.port()).signIn(crew, PASSWORD).takePack();
      phone.offline(true);
      phone.page().evaluate(MARKS, List.of(crew, pipe, REPORTS));
      line.fates(
          request -> {
            Fate fate = fate(request, random);
            fates.merge(fate.name(), 1, Integer::sum);
            return fate;
          });
      phone.offline(false);
      long end = System.currentTimeMillis() + 60_000L + 4_000L * REPORTS;
      for (int round = 1; phone.unsent() > 0; round++) {
        assertThat(System.currentTimeMillis()).as("%d left", phone.unsent()).isLessThan(end);
        phone.page().evaluate(HURRY);
        phone.page().waitForTimeout(500);
        if (round % KILL_EVERY == 0) phone.restart(false);
      }
      line.fates(request -> Fate.PASSES);
      Map<String, List<String>> acknowledged = acknowledged(phone);
      Map<String, List<String>> stored = stored(pipe);
      assertThat(acknowledged).hasSize(REPORTS);
      assertThat(stored).isEqualTo(acknowledged);
      assertThat(counted(pipe)).isEqualTo(REPORTS);
      assertThat(phone.errors()).isEmpty();
      phone.close();
    }
    assertThat(fates).containsKeys("ANSWER_LOST", "REQUEST_LOST");
    System.out.println(REPORTS + " reports arrived once each over " + new TreeMap<>(fates));
  }

  private static synchronized Fate fate(Request request, Random random) {
    if (!request.path().startsWith("/api/") || random.nextInt(100) >= FAULTS_IN_A_HUNDRED)
      return Fate.PASSES;
    boolean writes = request.method().equals("PUT");
    Fate[] possible =
        writes
            ? new Fate[] {Fate.ANSWER_LOST, Fate.REQUEST_LOST, Fate.CUT, Fate.DOUBLED, Fate.DELAYED}
            : new Fate[] {Fate.ANSWER_LOST, Fate.REQUEST_LOST, Fate.DELAYED};
    return possible[random.nextInt(possible.length)];
  }

  /** What the phone has receipts for: id → photos. */
  private static Map<String, List<String>> acknowledged(Phone phone) {
    Map<String, List<String>> all = new TreeMap<>();
    for (Object each :
        (List<?>)
            phone
                .page()
                .evaluate(
                    "async () => (await (await import('/field/outbox.js')).readItems()).filter((i) => i.phase === 'done').map((i) => [i.id, ...i.photos])")) {
      List<String> row = ((List<?>) each).stream().map(String::valueOf).toList();
      all.put(row.get(0), row.subList(1, row.size()).stream().sorted().toList());
    }
    return all;
  }

  /** What the server holds, with the photos that arrived. */
  private Map<String, List<String>> stored(String pipe) {
    Map<String, List<String>> all = new TreeMap<>();
    Visitor visitor = Visitor.program(port, crew, PASSWORD);
    String after = "";
    while (after != null) {
      JsonNode page =
          Visitor.json(visitor.get("/api/completion-reports?limit=100&footprint=" + pipe + after));
      for (JsonNode report : page.get("reports")) {
        List<String> photos = new ArrayList<>();
        for (JsonNode photo : report.get("photos"))
          if (photo.get("arrived").asBoolean()) photos.add(photo.get("sha256").asString());
        all.put(report.get("id").asString(), photos.stream().sorted().toList());
      }
      after = page.has("next") ? "&after=" + page.get("next").asLong() : null;
    }
    return all;
  }

  /** One metre each: reported metres are the number of reports. */
  private long counted(String pipe) {
    JsonNode ranges =
        Visitor.json(Visitor.program(port, crew, PASSWORD).get("/api/footprints/" + pipe))
            .at("/properties/reported");
    double metres = 0;
    for (JsonNode range : ranges) metres += range.get(1).asDouble() - range.get(0).asDouble();
    return Math.round(metres);
  }

  /** Marks of one metre each with a photo of its own, as the app lays them into the outbox. */
  private static final String MARKS =
      """
      async ([account, footprint, count]) => {
        const { addMark } = await import('/field/outbox.js');
        const { takePhoto, cite } = await import('/field/photo.js');
        const canvas = document.createElement('canvas');
        canvas.width = 640;
        canvas.height = 480;
        const context = canvas.getContext('2d');
        for (let i = 0; i < count; i++) {
          for (let n = 0; n < 400; n++) {
            context.fillStyle = `hsl(${Math.random() * 360} 60% 50%)`;
            context.fillRect(Math.random() * 640, Math.random() * 480, 40, 40);
          }
          const blob = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', 0.9); });
          const picture = await takePhoto(blob, { lon: 108.01, lat: 29.3, accuracyM: 8 });
          const id = crypto.randomUUID();
          const about = { footprint, version: 1, kind: 'done', range: { from: i, to: i + 1 }, observedAt: new Date().toISOString(), method: 'tap', photos: [cite(picture)] };
          await addMark({ id, account, at: Date.now(), path: `/api/completion-reports/${id}`, body: JSON.stringify(about), about, photos: [picture.sha256], title: footprint }, [picture]);
        }
      }
      """;

  /** Somebody keeps pressing 重试. */
  private static final String HURRY =
      """
      async () => {
        (await import('/field/sender.js')).tryNow();
        (await import('/field/schedule.js')).sendNow();
      }
      """;
}
