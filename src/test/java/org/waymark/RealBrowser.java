package org.waymark;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, without a window; one driver for all browsers of a test process. */
public final class RealBrowser {
  /** The whole browser, with all that an installed app may use, such as Background Sync. */
  public static final Path WHOLE = Path.of("/usr/bin/chromium");

  /** What draws and runs pages, and no more: starts at half the cost. */
  public static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");

  public static final List<String> FLAGS = List.of("--no-sandbox");
  private static final Playwright PLAYWRIGHT =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

  private RealBrowser() {}

  public static BrowserType chromium() {
    return PLAYWRIGHT.chromium();
  }
}
