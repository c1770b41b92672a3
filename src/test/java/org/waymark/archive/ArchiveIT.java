package org.waymark.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestDatabase;
import org.waymark.WaymarkApplication;
import org.waymark.completion.NewReview;
import org.waymark.evidence.Photos;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.progress.Progress;
import org.waymark.publication.PublicationCast;
import org.waymark.words.Words;

/** A district goes out of one system and into another, on a database of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArchiveIT extends PublicationCast {
  private static final Path FOLDER = Path.of("target", "archive-it");
  private static byte[] written;
  private static UUID report;
  private static ConfigurableApplicationContext other;

  @Autowired Archives archives;
  @Autowired Progress progress;
  @Autowired Words words;

  @Value("${waymark.version}")
  String version;

  @BeforeEach
  void archive() throws IOException {
    if (written != null) return;
    byte[] picture = picture();
    report = done(TRAIL, picture);
    accept(report);
    review(done(SEWER, picture()), NewReview.Verdict.RETURN, "看不清");
    release(picture, report, "步道已铺好");
    publish();
    Files.createDirectories(FOLDER);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    archives.write(caller("planner", null), out);
    written = out.toByteArray();
  }

  @AfterAll
  static void close() {
    if (other != null) other.close();
  }

  @Test
  void every_table_is_a_part_or_left_out_for_a_reason() {
    List<String> tables =
        jdbc.sql(
                """
                select relnamespace::regnamespace || '.' || relname from pg_class
                where relnamespace::regnamespace::text in ('core', 'published')
                  and relkind in ('r', 'p') and not relispartition""")
            .query(String.class)
            .list();
    assertThat(Parts.ALL.stream().map(Part::table)).doesNotHaveDuplicates();
    for (String table : tables)
      assertThat(
              Parts.ALL.stream().anyMatch(part -> part.table().equals(table))
                  ^ Parts.LEFT_OUT.containsKey(table))
          .as("%s: add it to Parts, in an archive or left out", table)
          .isTrue();
  }

  @Test
  void holds_no_password_and_no_token() throws IOException {
    Spoilt archive = new Spoilt(written);
    for (Part part : Parts.ALL)
      assertThat(archive.head(part.file()))
          .as(part.file())
          .doesNotContain("password", "token", "secret", "hash_of");
    List<String> hashes =
        jdbc.sql(
                """
                select password_hash from core.account
                union all select encode(token_sha256, 'hex') from core.device
                union all select encode(token_sha256, 'hex') from core.screen""")
            .query(String.class)
            .list();
    assertThat(hashes).isNotEmpty();
    for (Part part : Parts.ALL)
      assertThat(archive.text(part.file())).doesNotContain(hashes.toArray(String[]::new));
    assertThat(archive.text("accounts/accounts.csv")).contains("某crew");
  }

  @Test
  void says_who_made_it_also_inside() throws IOException {
    assertThat(new Spoilt(written).text("accounts/audit.csv")).contains("archive.write");
    assertThat(new Spoilt(written).text(Manifest.FILE)).contains("\"madeBy\" : \"planner\"");
    assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + version + "</version>");
  }

  @Test
  void nothing_is_restored_under_the_feet_of_a_running_instance() throws IOException {
    Path file = file(written);
    Problem problem = catchThrowableOfType(Problem.class, () -> archives.restore(file));
    assertThat(problem.faults()).extracting(Problem.Fault::key).containsExactly("archive.served");
  }

  @Test
  void what_came_after_it_was_written_is_not_missed() throws IOException {
    byte[] older =
        spoil().manifest(json -> json.replace("meeting/tasks.csv", "meeting/tusks.csv")).bytes();
    try (ArchiveFile archive = ArchiveFile.open(file(older))) {
      assertThat(archive.parts("9999"))
          .hasSize(Parts.ALL.size() - 1)
          .extracting(Part::name)
          .doesNotContain("meeting/tasks");
    }
  }

  @Test
  @Order(1)
  void a_faulty_archive_names_the_part_and_leaves_nothing() throws IOException {
    byte[] whole = written;
    refused(new byte[] {'P', 'K', 3, 4, 0}, "", "none");
    refused(java.util.Arrays.copyOf(whole, whole.length / 2), "", "cut");
    refused(java.util.Arrays.copyOf(whole, whole.length - 30), "", "cut");
    refused(
        spoil().change("reports/reports.csv", text -> text.replace("990301", "990302")),
        "reports/reports.csv",
        "damaged");
    refused(spoil().without("ground/shares.csv"), "ground/shares.csv", "missing");
    refused(
        spoil().manifest(json -> json.replace("meeting/tasks.csv", "meeting/tusks.csv")),
        "meeting/tasks.csv",
        "missing");
    String photo = spoil().names("photos/").get(0);
    refused(spoil().without(photo), "photos/", "pictures");
    refused(
        spoil().change(photo, text -> text + "x"), photo, "damaged"); // the bytes change as well
    refused(
        spoil().without(photo).recount("photos/"), photo.replaceAll("\\..*", ""), "pictureMissing");
    refused(
        spoil().manifest(json -> json.replace("\"version\" : 1", "\"version\" : 2")),
        Manifest.FILE,
        "version");
    refused(
        spoil().manifest(json -> json.replace("\"990301\"", "\"990302\"")),
        Manifest.FILE,
        "district");
    refused(
        spoil().manifest(json -> json.replace("2026-07-08T", "2027-07-08T")),
        Manifest.FILE,
        "later");
    refused(spoil().manifest(json -> json.substring(9)), Manifest.FILE, "damaged");
    refused(spoil().add("../../etc/cron.d/waymark", "x"), "../../etc/cron.d/waymark", "stranger");
    refused(spoil().add("/tmp/x.csv", "x"), "/tmp/x.csv", "stranger");
    refused(spoil().bomb("progress/days.csv", 60_000_000), "progress/days.csv", "ratio");
    refused(spoil().bomb("progress/days.csv", 0), "progress/days.csv", "damaged");
    refused(
        spoil()
            .forge("accounts/accounts.csv", text -> text + text.lines().skip(1).findFirst().get()),
        "accounts/accounts.csv",
        "rows");
    refused(
        spoil().forge("plan/versions.csv", text -> text.replace("plan_year", "plan_jahr")),
        "plan/versions.csv",
        "columns");
  }

  @Test
  @Order(2)
  void is_restored_on_an_empty_system_and_every_count_is_equal() throws IOException {
    Restored restored = other(Archives.class).restore(file(written));
    assertThat(restored.exact()).as(restored.differences().toString()).isTrue();
    assertThat(restored.counts())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            count -> {
              assertThat(count.restored()).as(count.part()).isEqualTo(count.archived());
              assertThat(count.equal()).as(count.part()).isEqualTo(count.archived());
            });
    assertThat(restored.counts())
        .filteredOn(
            count ->
                List.of("reports/reports", "reports/reviews", "photos", "public-photos", "figures")
                    .contains(count.part()))
        .hasSize(5)
        .allSatisfy(count -> assertThat(count.archived()).as(count.part()).isPositive());
    assertThat(other(Progress.class).get(KEY, clock.today()).toString())
        .isEqualTo(progress.get(KEY, clock.today()).toString());
    assertThat(other(Progress.class).audit(KEY)).isEmpty();
    for (String derived :
        List.of(
            "core.tile_footprint",
            "core.tile_count",
            "core.tile_township",
            "published.tile_footprint",
            "published.tile_completed",
            "published.tile_township",
            "published.township",
            "published.footprint",
            "published.township_light",
            "published.part"))
      assertThat(content(other(JdbcClient.class), derived))
          .as(derived)
          .isEqualTo(content(jdbc, derived));
    assertThat(other(org.waymark.access.Accounts.class).issueMissing()).hasSizeGreaterThan(1);
  }

  @Test
  @Order(3)
  void a_system_with_data_is_refused_and_says_what_is_there() throws IOException {
    Problem problem =
        catchThrowableOfType(Problem.class, () -> other(Archives.class).restore(file(written)));
    assertThat(problem.type()).isEqualTo(ProblemType.NOT_EMPTY);
    assertThat(problem.faults()).extracting(Problem.Fault::pointer).contains("reports/reports");
  }

  @Test
  @Order(4)
  void the_next_numbers_follow_those_of_the_archive() {
    JdbcClient there = other(JdbcClient.class);
    assertThat(number(there, "select nextval('core.receipt_no')"))
        .isGreaterThan(number(jdbc, "select max(receipt_no) from core.report"));
    assertThat(
            number(there, "select nextval(pg_get_serial_sequence('core.account', 'account_id'))"))
        .isGreaterThan(number(jdbc, "select max(account_id) from core.account"));
    assertThat(other(Photos.class)).isNotNull();
  }

  private static long number(JdbcClient where, String sql) {
    return where.sql(sql).query(Long.class).single();
  }

  /** Every row of a table, whatever their order. */
  private static String content(JdbcClient where, String table) {
    return where
        .sql(
            "select count(*) || ' ' || coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0) from %s t"
                .formatted(table))
        .query(String.class)
        .single();
  }

  private Spoilt spoil() throws IOException {
    return new Spoilt(written);
  }

  private void refused(Spoilt archive, String part, String key) throws IOException {
    refused(archive.bytes(), part, key);
  }

  private void refused(byte[] bytes, String part, String key) throws IOException {
    Path file = file(bytes);
    Problem problem =
        catchThrowableOfType(Problem.class, () -> other(Archives.class).restore(file));
    assertThat(problem).as(part + " " + key).isNotNull();
    assertThat(problem.faults())
        .as(part + " " + key)
        .extracting(Problem.Fault::pointer, Problem.Fault::key)
        .containsExactly(org.assertj.core.api.Assertions.tuple(part, "archive." + key));
    for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH))
      assertThat(words.text(language, "fault.archive." + key, problem.faults().get(0).args()))
          .doesNotContain("{", "fault.");
    for (Part each : Parts.ALL)
      if (!each.replaced())
        assertThat(number(other(JdbcClient.class), "select count(*) from " + each.table()))
            .as(each.table() + " after " + part + " " + key)
            .isZero();
  }

  private static Path file(byte[] bytes) throws IOException {
    return Files.write(FOLDER.resolve("archive.zip"), bytes);
  }

  private <T> T other(Class<T> bean) {
    if (other == null) {
      String url = TestDatabase.cluster().jdbcUrl(TestDatabase.create());
      other =
          new SpringApplicationBuilder(WaymarkApplication.class)
              .web(WebApplicationType.NONE)
              .run(
                  "--waymark.demo=false",
                  "--waymark.district=990301",
                  "--waymark.plan-year=2026",
                  "--waymark.now=2026-07-08T18:30:00+08:00",
                  "--waymark.intake.folder=target/intake-restored",
                  "--waymark.db.url=" + url,
                  "--spring.datasource.url=" + url,
                  "--spring.datasource.username=" + TestDatabase.cluster().user(),
                  "--spring.datasource.password=" + TestDatabase.cluster().password());
    }
    return other.getBean(bean);
  }
}
