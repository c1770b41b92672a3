package org.waymark;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.demo.DemoDistrict;

/** A person browses /ogc. */
@DemoIT
class OgcUI {
  @LocalServerPort int port;
  @Autowired DemoDistrict demo;

  @BeforeEach
  void district() {
    demo.load();
  }

  @Test
  void from_the_start_to_one_feature_and_back() {
    try (Desk reader = Desk.anonymous(port, 1280, 900)) {
      Page page = reader.open("/ogc");
      assertThat(page.locator(".ogc-list a")).hasCount(4);
      page.locator(".ogc-list a").nth(2).click();
      assertThat(page.locator("h1")).hasText("已完成区段");
      assertThat(page.locator(".table tbody")).containsText("lengthM");
      page.getByText("浏览要素").click();
      assertThat(page.locator(".ogc-map path").first()).isAttached();
      int rows = page.locator(".table tbody tr").count();
      assertThat(rows).isEqualTo(100);
      String first = page.locator(".table tbody code").first().textContent();
      page.getByText("下一页").click();
      assertThat(page).hasURL(Pattern.compile(".*next=.*"));
      assertThat(page.locator(".table tbody code").first()).not().hasText(first);
      page.locator("input[name=filter]").fill("status = 'verified' AND lengthM > 500");
      page.getByText("筛选", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator(".table tbody tr").first()).containsText("已核实");
      assertThat(page.locator(".table tbody")).not().containsText("已上报");
      page.locator(".table tbody a").first().click();
      assertThat(page.locator(".ogc-facts")).containsText("已核实");
      page.locator(".ogc-crumbs a").first().click();
      assertThat(page.locator(".ogc-list a")).hasCount(4);
      assertThat(reader.troubles()).isEmpty();
    }
  }

  @Test
  void in_english_on_a_phone_with_a_filter_that_is_wrong() {
    try (Desk reader = Desk.anonymous(port, 390, 844).inEnglish()) {
      Page page = reader.open("/ogc/collections/progress/items?limit=20");
      assertThat(page.locator("h1")).hasText("Progress by township");
      assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(390);
      assertThat(page.locator("main")).not().containsText(Pattern.compile("ogc\\.[a-z]"));
      for (String path : new String[] {"/ogc/api", "/ogc/conformance", "/ogc/collections"}) {
        page = reader.open(path);
        assertThat(page.locator("main code").first()).isVisible();
      }
    }
  }
}
