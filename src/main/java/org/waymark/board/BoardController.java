package org.waymark.board;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.waymark.access.QrCode;
import org.waymark.calendar.DistrictClock;
import org.waymark.live.LiveAnswers;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.publication.PublicPage;
import org.waymark.publication.PublicPages;

/** What a screen asks; a cookie of its own says which one it is. */
@RestController
class BoardController {
  private static final String COOKIE = "WAYMARK_SCREEN";
  private static final Duration COOKIE_LIFE = Duration.ofDays(400);
  private static final String GEO_JSON = "application/geo+json";
  private final Screens screens;
  private final PublicPages pages;
  private final Plans plans;
  private final DistrictClock clock;
  private final LiveAnswers live;
  private final String publicUrl;
  private final boolean open;

  BoardController(
      Screens screens,
      PublicPages pages,
      Plans plans,
      DistrictClock clock,
      LiveAnswers live,
      @Value("${waymark.demo}") boolean demo,
      @Value("${server.address:}") String address,
      @Value("${waymark.devices.url:}") String publicUrl)
      throws UnknownHostException {
    this.screens = screens;
    this.pages = pages;
    this.plans = plans;
    this.clock = clock;
    this.live = live;
    this.publicUrl = publicUrl;
    // a blank address is every address
    this.open = demo && !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
  }

  /**
   * @param playlist missing until the screen is taken in
   * @param paired false where it shows the demo without having been taken in
   * @param revoked it was switched off
   */
  record Standing(
      OffsetDateTime now,
      String zone,
      boolean paired,
      boolean revoked,
      String name,
      String place,
      Boolean live,
      List<Scene> playlist) {}

  @GetMapping("/board/screen")
  ResponseEntity<Standing> screen(
      @CookieValue(name = COOKIE, required = false) String token, HttpServletRequest request) {
    Optional<Screen> screen = screens.find(token);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    // a browser keeps no cookie for ever: it is given anew
    if (working(screen).isPresent())
      answer.header(HttpHeaders.SET_COOKIE, cookie(token, COOKIE_LIFE, request));
    return answer.body(standing(screen));
  }

  private Standing standing(Optional<Screen> screen) {
    OffsetDateTime now = clock.now().atZone(clock.zone()).toOffsetDateTime();
    String zone = clock.zone().getId();
    Optional<Screen> working = working(screen);
    if (working.isPresent()) {
      Screen s = working.get();
      return new Standing(now, zone, true, false, s.name(), s.place(), s.live(), s.playlist());
    }
    boolean revoked = screen.isPresent();
    return new Standing(
        now, zone, false, revoked, null, null, null, open && !revoked ? Playlists.STANDARD : null);
  }

  @PostMapping("/board/pairings")
  Screens.Pairing begin() {
    return screens.begin();
  }

  record Claim(String secret) {}

  record Claimed(boolean paired) {}

  @PostMapping("/board/pairings/claim")
  ResponseEntity<Claimed> claim(@RequestBody Claim claim, HttpServletRequest request) {
    return screens
        .claim(claim.secret())
        .map(
            token ->
                ResponseEntity.ok()
                    .header(HttpHeaders.SET_COOKIE, cookie(token, COOKIE_LIFE, request))
                    .body(new Claimed(true)))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.ACCEPTED).body(new Claimed(false)));
  }

  record Beat(String scene, String snapshot, String fault) {}

  @PostMapping("/board/screen/beat")
  ResponseEntity<Void> beat(
      @RequestBody Beat beat, @CookieValue(name = COOKIE, required = false) String token) {
    working(screens.find(token))
        .ifPresent(s -> screens.beat(s, beat.scene(), beat.snapshot(), beat.fault()));
    return ResponseEntity.noContent().build();
  }

  @GetMapping(path = "/board/facts", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> facts(@CookieValue(name = COOKIE, required = false) String token) {
    PublicPage page =
        pages.find(reader(token), plans.currentKey()).orElseThrow(() -> notFound("board/facts"));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .eTag(page.tag())
        .body(page.json());
  }

  @GetMapping(path = "/board/projects/{number}/map", produces = GEO_JSON)
  ResponseEntity<byte[]> map(
      @PathVariable int number, @CookieValue(name = COOKIE, required = false) String token) {
    return ResponseEntity.ok(
        pages
            .findMap(reader(token), plans.currentKey(), number)
            .orElseThrow(() -> notFound("board/projects/" + number + "/map")));
  }

  @GetMapping(path = "/board/base", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> base(@CookieValue(name = COOKIE, required = false) String token) {
    reader(token);
    PlanKey key = plans.currentKey();
    return ResponseEntity.ok(
        pages.findBase(key.districtCode()).orElseThrow(() -> notFound("board/base")));
  }

  /**
   * A QR code of a project's public page.
   *
   * @param address as people may type it
   * @param rows 1 = dark
   */
  record Code(int project, String address, List<String> rows) {}

  record Codes(List<Code> codes) {}

  /** Leads to {@code WAYMARK_URL}, else to where the screen itself reaches the server. */
  @GetMapping("/board/codes")
  Codes codes(
      @CookieValue(name = COOKIE, required = false) String token, UriComponentsBuilder here) {
    reader(token);
    PlanKey key = plans.currentKey();
    String base =
        publicUrl.isBlank() ? here.replacePath("").toUriString() : publicUrl.replaceAll("/+$", "");
    return new Codes(
        plans.get(key).projects().stream()
            .map(project -> code(project.number(), base + "/p/" + key.year() + "/"))
            .toList());
  }

  private static Code code(int project, String pages) {
    String url = pages + project;
    return new Code(project, url.replaceFirst("^https?://", ""), QrCode.rows(url));
  }

  /** As {@code /live} for nobody; a screen in live mode hears of unpublished figures too. */
  @GetMapping("/board/live")
  void live(
      @CookieValue(name = COOKIE, required = false) String token,
      @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    boolean progress = working(screens.find(token)).map(Screen::live).orElse(false);
    live.serve(progress, lastEventId, request, response);
  }

  /**
   * Whether the screen at hand is shown the figures of the moment.
   *
   * @throws Problem NOT_SIGNED_IN where it is no screen of ours
   */
  private boolean reader(String token) {
    Optional<Screen> screen = screens.find(token);
    if (working(screen).isPresent()) return screen.get().live();
    if (open && screen.isEmpty()) return false;
    throw new Problem(ProblemType.NOT_SIGNED_IN, Map.of());
  }

  private static Optional<Screen> working(Optional<Screen> screen) {
    return screen.filter(s -> s.revokedAt() == null);
  }

  private static String cookie(String token, Duration life, HttpServletRequest request) {
    return ResponseCookie.from(COOKIE, token)
        .httpOnly(true)
        .sameSite("Strict")
        .secure(request.isSecure())
        .path("/board")
        .maxAge(life)
        .build()
        .toString();
  }

  private static Problem notFound(String what) {
    return new Problem(ProblemType.NOT_FOUND, Map.of("what", what));
  }
}
