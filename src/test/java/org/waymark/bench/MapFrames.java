package org.waymark.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Locale;
import org.waymark.Desk;

/** The planner's page in a real browser: frames of a pan, and how soon the footprints are there. */
final class MapFrames {
  private static final int ROUNDS = 5;

  private MapFrames() {}

  /** The same page twice in turns, with its tiles and with none. */
  static void pan(Table table, RunningApp app, Scale scale) {
    String view =
        String.format(Locale.ROOT, "/?view=%.3f,%.3f,12", scale.middleLat(), Scale.WEST + 0.3);
    try (Desk full = desk(app);
        Desk blank = desk(app)) {
      blank
          .page()
          .route(
              "**/*.mvt",
              route -> route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("")));
      drawn(full.open(view));
      drawn(blank.open(view));
      double[] ratio = new double[ROUNDS];
      double[] frames = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        blank.page().bringToFront();
        double without = frames(blank.page());
        full.page().bringToFront();
        frames[i] = frames(full.page());
        ratio[i] = frames[i] / without;
      }
      table.atLeast(
          "9",
          "pan over %,d footprints (%.0f frames/s) against a blank map"
              .formatted(scale.footprints, Table.median(frames)),
          Table.median(ratio),
          0.95);
    }
  }

  /** From the navigation to the frame in which all tiles of the chosen project are drawn. */
  static void firstPaint(Table table, RunningApp app, Scale scale) {
    try (Desk desk = desk(app)) {
      double[] seconds = new double[ROUNDS];
      for (int i = -1; i < ROUNDS; i++) {
        desk.page().navigate("about:blank");
        double took = drawn(desk.open("/?project=1")) / 1000;
        if (i >= 0) seconds[i] = took;
      }
      table.atMost(
          "9",
          "first paint of %,d footprints, s from the navigation".formatted(scale.footprints),
          Table.median(seconds),
          1);
    }
  }

  private static Desk desk(RunningApp app) {
    Desk desk = Desk.anonymous(app.port(), 1440, 900).signIn("bench", BenchData.PASSWORD);
    desk.page().addInitScript(WATCH);
    return desk;
  }

  private static double drawn(Page page) {
    double at = ((Number) page.evaluate(DRAWN)).doubleValue();
    if (at <= 0) throw new IllegalStateException("nothing is drawn");
    return at;
  }

  private static double frames(Page page) {
    return ((Number) page.evaluate(PAN)).doubleValue();
  }

  /**
   * Notes the frame after the last tile that came and the last line that was drawn of them; a later
   * one takes the place of an earlier.
   */
  private static final String WATCH =
      """
      (() => {
        let waiting = 0, moved = false;
        window.benchQuiet = () => !waiting && !moved;
        const plain = window.fetch;
        window.fetch = async (...given) => {
          if (!/\\.mvt/.test(String(given[0]))) return plain(...given);
          waiting += 1;
          try {
            const answer = await plain(...given);
            await answer.clone().arrayBuffer();
            return answer;
          } finally {
            setTimeout(() => { waiting -= 1; moved = true; });
          }
        };
        const { stroke } = CanvasRenderingContext2D.prototype;
        CanvasRenderingContext2D.prototype.stroke = function (...given) {
          moved = true;
          return stroke.apply(this, given);
        };
        const look = () => {
          if (!waiting && moved) {
            window.benchDrawn = performance.now();
            moved = false;
          }
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      })();
      """;

  /** Half a second without a tile or a line: nothing more comes. */
  private static final String DRAWN =
      """
      async () => {
        const until = performance.now() + 20000;
        const done = () => window.benchDrawn && window.benchQuiet() && performance.now() - window.benchDrawn > 500;
        while (!done() && performance.now() < until) await new Promise(requestAnimationFrame);
        return done() ? window.benchDrawn : 0;
      }
      """;

  /** Drags eastward for four seconds, 12 pixels a frame, as a hand would with the mouse. */
  private static final String PAN =
      """
      async () => {
        const map = document.querySelector('.leaflet-container');
        const box = map.getBoundingClientRect();
        const at = (type, x, target) => target.dispatchEvent(new MouseEvent(type,
          { bubbles: true, cancelable: true, view: window, button: 0, buttons: 1, clientX: box.left + x, clientY: box.top + box.height / 2 }));
        const frame = () => new Promise(requestAnimationFrame);
        const right = box.width * 0.7, left = box.width * 0.3;
        let count = 0, x = 0;
        await frame();
        const from = performance.now();
        while (performance.now() - from < 4000) {
          if (x <= left) {
            if (x) at('mouseup', x, document);
            x = right;
            at('mousedown', x, map.querySelector('.leaflet-map-pane'));
          }
          x -= 12;
          at('mousemove', x, document);
          await frame();
          count += 1;
        }
        at('mouseup', x, document);
        return count / ((performance.now() - from) / 1000);
      }
      """;
}
