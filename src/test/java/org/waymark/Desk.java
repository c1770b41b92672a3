package org.waymark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A signed-in person at a real browser. Everything that the page complains about, every request
 * that fails and every one that leaves the server is kept in {@link #troubles()}.
 */
public final class Desk implements AutoCloseable {
  private static final Browser BROWSER =
      RealBrowser.chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(RealBrowser.SHELL)
                  .setArgs(RealBrowser.FLAGS));

  /** Continuous integration shares its processors. */
  private static final int PATIENCE_MS = 20_000;

  private final String base;
  private final BrowserContext context;
  private final Page page;
  private final List<String> troubles = new CopyOnWriteArrayList<>();

  private Desk(int port, int width, int height) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    base = "http://127.0.0.1:" + port;
    context =
        BROWSER.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    page = context.newPage();
    page.onConsoleMessage(
        m -> {
          if (m.type().equals("error") || m.type().equals("warning")) troubles.add(m.text());
        });
    page.onPageError(error -> troubles.add(error));
    page.onRequest(
        r -> {
          if (!r.url().startsWith(base) && r.url().startsWith("http"))
            troubles.add("left the house: " + r.url());
        });
    page.onResponse(this::note);
  }

  private void note(Response response) {
    if (response.status() >= 400) troubles.add(response.status() + " " + response.url());
  }

  /** Signs in with the demo password through the sign-in page. */
  public static Desk of(int port, String userName, int width, int height) {
    return anonymous(port, width, height).signIn(userName, "waymark-demo");
  }

  /** Nobody yet. */
  public static Desk anonymous(int port, int width, int height) {
    return new Desk(port, width, height);
  }

  /** Through the sign-in page; waits until it is left. */
  public Desk signIn(String userName, String password) {
    page.navigate("/sign-in");
    sendSignIn(userName, password);
    page.waitForURL(url -> !url.endsWith("/sign-in"));
    return this;
  }

  /** Fills and sends the form that is open. */
  public void sendSignIn(String userName, String password) {
    page.fill("#user-name", userName);
    page.fill("#password", password);
    page.click("#submit");
  }

  /** Remembered by the browser before the next page opens. */
  public Desk inEnglish() {
    context.addInitScript("localStorage.setItem('waymark.language', 'en')");
    return this;
  }

  public Page open(String path) {
    page.navigate(path);
    return page;
  }

  public Page page() {
    return page;
  }

  public List<String> troubles() {
    return troubles;
  }

  @Override
  public void close() {
    context.close();
  }
}
