package org.waymark.tiles;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Desk;

/** The planner's page over more footprints than it takes as features. */
@TestPropertySource(properties = "waymark.test.database=many-footprints")
class TilesUI extends TileCast {
  /** In the middle of {@link #MIDDLE}. */
  private static final String VIEW = "/?view=29.498,108.10125,14";

  private static final String MIDDLE = "18.2-g1225";
  private Desk desk;
  private Page page;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> answered = new CopyOnWriteArrayList<>();

  @BeforeEach
  void sits_down() {
    many();
    desk = Desk.anonymous(port, 1440, 900).signIn("planner", PASSWORD);
    page = desk.page();
    page.onRequest(r -> asked.add(r.url()));
    page.onRequestFinished(r -> answered.add(r.url()));
    page.onRequestFailed(r -> answered.add(r.url()));
  }

  @AfterEach
  void leaves() {
    desk.close();
  }

  @Test
  void many_footprints_come_as_tiles_and_the_right_one_is_under_the_pointer() throws IOException {
    open(VIEW);
    assertThat(tiles()).hasSizeBetween(10, 120);
    assertThat(asked)
        .noneMatch(url -> url.matches(".*/api/footprints(\\?.*)?") && !url.contains("bbox"));
    BoundingBox map = page.locator("#map").boundingBox();
    double x = map.x + map.width / 2;
    double y = map.y + map.height / 2;
    shoot("tiles-before");
    assertThat(page.locator(".leaflet-borders-pane canvas")).hasCount(1); // the grid is under them
    page.mouse().move(x + 3, y + 2);
    assertThat(page.locator(".tip")).containsText("管 1225");
    assertThat(page.locator(".tip")).containsText("240");

    page.mouse().move(map.x + 120, map.y + map.height - 120);
    UUID report = fetchingFew(() -> done(MIDDLE, 0, 240, null));
    fetchingFew(
        () -> {
          accept(report);
          return report;
        });
    shoot("tiles-after");
    page.waitForCondition(() -> green(x + 3, y));

    page.mouse().click(x + 3, y);
    assertThat(page).hasURL(Pattern.compile("footprint=" + MIDDLE));
    assertThat(page.locator("#panel")).containsText("管 1225");
    settle();
    shoot("tiles-chosen");
    assertThat(desk.troubles()).isEmpty();
  }

  @Test
  void tiles_that_cannot_be_had_are_told_and_come_by_themselves() {
    page.route("**/tiles/completed/**", Route::abort);
    open(VIEW);
    assertThat(page.locator("#banner")).containsText("图上不全");
    BoundingBox map = page.locator("#map").boundingBox();
    page.mouse().move(map.x + map.width / 2 + 3, map.y + map.height / 2 + 2);
    assertThat(page.locator(".tip")).isHidden(); // nothing is shown as not done
    page.unroute("**/tiles/completed/**");
    assertThat(page.locator("#banner"))
        .isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(20_000));
    BoundingBox now = page.locator("#map").boundingBox();
    page.mouse().move(now.x + now.width / 2 + 3, now.y + now.height / 2 + 2);
    assertThat(page.locator(".tip")).containsText("管 1225");
  }

  @Test
  void from_afar_points_are_counted_by_township_and_a_pan_fetches_little() {
    open("/?project=18&view=29.5,108.1,11.5");
    shoot("tiles-far");
    assertThat(page.locator("#map canvas.leaflet-tile-loaded").count()).isPositive();
    int before = tiles().size();
    page.locator("#map").hover();
    page.mouse().down();
    page.mouse().move(600, 500);
    page.mouse().up();
    settle();
    assertThat(tiles().size() - before).isLessThan(12);
    assertThat(desk.troubles()).isEmpty();
  }

  @Test
  void a_project_of_many_opens_without_all_of_them_and_asks_for_no_tile_twice() {
    open("/?project=18");
    assertThat(asked).noneMatch(url -> url.matches(".*/api/footprints\\?project=.*"));
    assertThat(tiles()).doesNotHaveDuplicates();
    assertThat(asked.stream().filter(url -> url.endsWith("/api/plan"))).hasSize(1);
    page.locator("#all-works").click();
    assertThat(page.locator(".works-table tbody tr").first()).isVisible();
    assertThat(page.locator(".works-table tbody tr").count()).isEqualTo(2000);
    assertThat(desk.troubles()).isEmpty();
  }

  @Test
  void a_page_that_was_open_before_asks_for_no_module_again() {
    open("/?project=18");
    asked.clear();
    answered.clear();
    page.reload();
    settle();
    // of what is kept for good the browser does not ask the server
    Object transferred =
        page.evaluate(
            "() => performance.getEntriesByType('resource').filter((e) => /[.](js|css)[?]v=/.test(e.name) && e.transferSize > 0).length");
    assertThat(transferred).isEqualTo(0);
    assertThat(
            page.evaluate(
                "() => performance.getEntriesByType('resource').filter((e) => /[.](js|css)[?]v=/.test(e.name)).length > 80"))
        .isEqualTo(true);
  }

  @Test
  void the_page_reads_a_tile_as_the_specification_says() {
    String path = of("footprints", 12, 108.10125, 29.498);
    open(VIEW);
    Object read =
        page.evaluate(
            """
            async (path) => {
              const { readTile } = await import('/shared/vector-tile.js');
              const [z, x, y] = path.match(/(\\d+)\\/(\\d+)\\/(\\d+)/).slice(1).map(Number);
              const features = readTile(await (await fetch(path)).arrayBuffer(), { z, x, y }).footprints;
              return features.map((f) => `${f.properties.code} ${f.properties.project} ${f.type} ${f.parts.flat().map(([a, b]) => Math.round((a * 2 ** z - x) * 4096) + ' ' + Math.round((b * 2 ** z - y) * 4096)).join(' ')}`).sort();
            }""",
            path);
    TreeSet<String> expected = new TreeSet<>();
    for (VectorTile.Feature f : features("planner", path)) {
      StringBuilder at = new StringBuilder();
      f.parts()
          .forEach(part -> part.forEach(p -> at.append(' ').append(p[0]).append(' ').append(p[1])));
      expected.add(f.text("code") + " " + f.number("project") + " " + f.type() + at);
    }
    assertThat((List<?>) read).isEqualTo(List.copyOf(expected));
  }

  /** Every tile that was asked for is there and drawn. */
  /** Of two changes at once a busy stream may tell no places; each by itself does. */
  private <T> T fetchingFew(Supplier<T> change) {
    int before = tiles().size();
    T made = change.get();
    page.waitForCondition(() -> tiles().size() > before);
    settle();
    assertThat(tiles().size() - before).as("tiles fetched anew").isBetween(1, 16);
    return made;
  }

  private void settle() {
    page.waitForTimeout(1000);
    page.waitForCondition(() -> !tiles().isEmpty() && tiles().size() == tiles(answered).size());
    page.waitForTimeout(700);
    page.waitForCondition(() -> tiles().size() == tiles(answered).size());
  }

  private List<String> tiles() {
    return tiles(asked);
  }

  private static List<String> tiles(List<String> urls) {
    return urls.stream().filter(url -> url.contains("/tiles/") && url.contains(".mvt")).toList();
  }

  private void open(String path) {
    desk.open(path);
    page.locator("#map canvas.leaflet-tile-loaded").first().waitFor();
    page.waitForCondition(() -> asked.stream().anyMatch(url -> url.endsWith("/live")));
    settle();
  }

  private boolean green(double x, double y) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
      int rgb = image.getRGB((int) x, (int) y);
      int red = rgb >> 16 & 0xff;
      int middle = rgb >> 8 & 0xff;
      return middle > red + 25;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void shoot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens", name + ".png")));
  }

  /** 2,500 short pipes in rows and 300 outfalls. */
  private void many() {
    int there =
        jdbc.sql("select count(*) from core.footprint where footprint_code like '18.2-g%'")
            .query(Integer.class)
            .single();
    if (there > 0) return;
    jdbc.sql(
            """
            insert into core.footprint (district_code, plan_year, footprint_code, indicator_code)
            select '990401', 2026, '18.2-g' || i, '18.2' from generate_series(1, 2500) i
            union all select '990401', 2026, '05.1-g' || i, '05.1' from generate_series(1, 300) i
            """)
        .update();
    jdbc.sql(
            """
            insert into core.footprint_version (district_code, plan_year, footprint_code, version, known_from, name,
              geometry_kind, geom, content_sha256, measured, design_quantity, unit, length_m, design_length_dm,
              length_mismatch, sensitivity, source)
            select '990401', 2026, '18.2-g' || i, 1, '2026-01-02T04:00:00Z', '管 ' || i, 'line', line, sha256(i::text::bytea),
              st_multi(st_addmeasure(line, 0, 240)), 0.24, 'km', 242, 2400, 0, 'internal', 'made up for the tests'
            from (
              select i, st_setsrid(st_makeline(st_makepoint(x, y), st_makepoint(x + 0.0025, y)), 4490) as line
              from (select i, 108.02 + i % 50 * 0.0032 as x, 29.45 + i / 50 * 0.002 as y from generate_series(1, 2500) i) g
            ) l
            """)
        .update();
    jdbc.sql(
            """
            insert into core.footprint_version (district_code, plan_year, footprint_code, version, known_from, name,
              geometry_kind, geom, content_sha256, design_quantity, unit, sensitivity, source)
            select '990401', 2026, '05.1-g' || i, 1, '2026-01-02T04:00:00Z', '口 ' || i, 'point',
              st_setsrid(st_makepoint(108.03 + i % 20 * 0.007, 29.4505 + i / 20 * 0.006), 4490), sha256(i::text::bytea), 1, '个',
              'internal', 'made up for the tests'
            from generate_series(1, 300) i
            """)
        .update();
    jdbc.sql(
            """
            insert into core.footprint_township (district_code, plan_year, footprint_code, version, layer_version,
              township_code, ranges, share)
            select district_code, plan_year, footprint_code, 1, 1,
              case when st_xmin(geom) < 108.1 then '990401001' else '990401002' end,
              case when geometry_kind = 'line' then '{[0,2400)}'::int4multirange end, 1
            from core.footprint_version where footprint_code ~ '-g'
            """)
        .update();
  }
}
