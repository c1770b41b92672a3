package org.waymark.field;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.waymark.RealBrowser;

/**
 * A phone: a real browser with a profile on the disk, so that it can be killed and started again.
 * It stands where it is told to.
 */
final class Phone implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;
  private static int pictures = (int) (System.nanoTime() >>> 8);

  private final Path profile;
  private final String base;
  private final int width;
  private final int height;
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private BrowserContext context;
  private Page page;

  Phone(Path profile, int port) {
    this(profile, port, 390, 844);
  }

  Phone(Path profile, int port, int width, int height) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    this.profile = profile;
    this.base = "http://127.0.0.1:" + port;
    this.width = width;
    this.height = height;
    start();
  }

  private void start() {
    context =
        RealBrowser.chromium()
            .launchPersistentContext(
                profile,
                new BrowserType.LaunchPersistentContextOptions()
                    .setExecutablePath(RealBrowser.WHOLE)
                    .setArgs(RealBrowser.FLAGS)
                    .setBaseURL(base)
                    .setViewportSize(width, height)
                    .setHasTouch(true)
                    .setIsMobile(true)
                    .setLocale("zh-CN")
                    .setPermissions(List.of("geolocation"))
                    .setGeolocation(new Geolocation(29.5, 108.3).setAccuracy(8)));
    context.setDefaultTimeout(PATIENCE_MS);
    page = context.pages().get(0);
    listen(page);
  }

  /** From the next page on the phone's clock is off by so many days. */
  Phone clockOff(int days) {
    context.addInitScript(
        """
        {
          const off = %d * 86_400_000;
          const Right = Date;
          globalThis.Date = class extends Right {
            constructor(...args) { if (args.length) super(...args); else super(Right.now() + off); }
            static now() { return Right.now() + off; }
          };
        }
        """
            .formatted(days));
    page.reload();
    page.waitForSelector("#tabs [data-tab]");
    return this;
  }

  private void listen(Page one) {
    one.onPageError(errors::add);
  }

  /** Uncaught errors of the pages. */
  List<String> errors() {
    return errors;
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** The same phone, started again: what was not on the disk is gone. */
  Phone restart(boolean offline) {
    reboot(offline);
    page.navigate("/field/");
    return this;
  }

  /** A new browser on the same profile, with nothing open. */
  Phone reboot(boolean offline) {
    context.close();
    start();
    context.setOffline(offline);
    return this;
  }

  Phone signIn(String userName, String password) {
    page.navigate("/field/");
    return enter(userName, password);
  }

  /** Into the form that is open. */
  Phone enter(String userName, String password) {
    page.fill("#user-name", userName);
    page.fill("#password", password);
    page.click("#submit");
    page.waitForSelector("#tabs [data-tab]");
    return this;
  }

  /** Downloads what is offered and waits until the app would start without a network. */
  Phone takePack() {
    page.click("#to-packs");
    page.click("#download");
    page.waitForSelector("#mark");
    page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    return this;
  }

  Phone offline(boolean off) {
    context.setOffline(off);
    return this;
  }

  Phone standAt(double lon, double lat, double accuracyM) {
    context.setGeolocation(new Geolocation(lat, lon).setAccuracy(accuracyM));
    until(
        "async ([lon, lat]) => { const { state } = await import('/field/state.js');"
            + " return Boolean(state.fix) && Math.abs(state.fix.lon - lon) + Math.abs(state.fix.lat - lat) < 1e-7; }",
        List.of(lon, lat));
    return this;
  }

  /** Opens the mark of a work through the search. */
  Phone mark(String code) {
    page.click("#tabs [data-tab=map]");
    page.click("#head [aria-label=查找]");
    page.fill("dialog.find input", code);
    page.click("dialog.find .near");
    page.waitForSelector(".mark");
    return this;
  }

  /** A finger on the map at a place. */
  Phone tapPlace(double lon, double lat) {
    List<?> at =
        (List<?>)
            page.evaluate(
                """
                async ([lon, lat]) => {
                  const { theMap } = await import('/field/map.js');
                  const point = theMap().latLngToContainerPoint([lat, lon]);
                  const box = document.getElementById('map').getBoundingClientRect();
                  return [box.x + point.x, box.y + point.y];
                }
                """,
                List.of(lon, lat));
    page.touchscreen().tap(((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue());
    return this;
  }

  /** A finger on the line at a measure. */
  Phone tapAt(double measure) {
    List<?> at =
        (List<?>)
            page.evaluate(
                """
                async (m) => {
                  const { theMap } = await import('/field/map.js');
                  const { state } = await import('/field/state.js');
                  const { pointAt } = await import('/shared/measure.js');
                  const place = pointAt(state.claim.lines, m);
                  theMap().setView([place.lat, place.lon], 17, { animate: false });
                  const point = theMap().latLngToContainerPoint([place.lat, place.lon]);
                  const box = document.getElementById('map').getBoundingClientRect();
                  return [box.x + point.x, box.y + point.y];
                }
                """,
                measure);
    page.touchscreen().tap(((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue());
    return this;
  }

  Phone photo() {
    return photo(64, 48);
  }

  /** Noise, so that the bytes do not shrink. */
  Phone photo(int wide, int high) {
    int before = page.locator(".pics .pic").count();
    page.setInputFiles(
        "#camera",
        new FilePayload("photo.jpg", "image/jpeg", NoisePicture.jpeg(wide, high, pictures++)));
    page.waitForFunction("n => document.querySelectorAll('.pics .pic').length > n", before);
    return this;
  }

  Phone send() {
    page.click("#send");
    page.waitForSelector("#tabs [data-tab]");
    return this;
  }

  /** Everything the outbox holds, as {@code title phase}. */
  int unsent() {
    return (Integer)
        page.evaluate(
            "async () => { const { readItems, unsent } = await import('/field/outbox.js'); return unsent(await readItems()).length; }");
  }

  Phone waitUntilSent() {
    return until(
        "async () => { const { readItems, unsent } = await import('/field/outbox.js'); return unsent(await readItems()).length === 0; }",
        null);
  }

  /**
   * Asks again and again, and waits for what the page promises; {@code waitForFunction} does not.
   */
  Phone until(String predicate, Object argument) {
    long end = System.currentTimeMillis() + 90_000;
    while (!(Boolean) page.evaluate(predicate, argument)) {
      if (System.currentTimeMillis() > end) throw new AssertionError("never: " + predicate);
      page.waitForTimeout(150);
    }
    return this;
  }

  /** A second window of the same browser. */
  Page another() {
    Page second = context.newPage();
    listen(second);
    second.navigate("/field/");
    return second;
  }

  @Override
  public void close() {
    context.close();
  }
}
