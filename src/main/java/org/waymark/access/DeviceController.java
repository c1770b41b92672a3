package org.waymark.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Phones: made with a password or a pairing code, listed, revoked. */
@RestController
class DeviceController {
  private final Devices devices;
  private final DeviceSettings settings;
  private final Callers callers;
  private final SignInAttempts attempts =
      new SignInAttempts(com.github.benmanes.caffeine.cache.Ticker.systemTicker());

  DeviceController(Devices devices, DeviceSettings settings, Callers callers) {
    this.devices = devices;
    this.settings = settings;
    this.callers = callers;
  }

  record Wanted(String name) {}

  /** null = all. */
  record Holder(
      String username,
      String displayName,
      Role role,
      List<Integer> projects,
      List<String> townships) {}

  /** {@code token} is told here and never again. */
  record Issued(UUID id, String token, Holder account, Instant issuedAt, Instant expiresAt) {
    static Issued of(Devices.Issued issued) {
      Account account = issued.account();
      return new Issued(
          issued.device().id(),
          issued.token(),
          new Holder(
              account.userName(),
              account.displayName(),
              account.role(),
              account.projects(),
              account.townships()),
          issued.device().issuedAt(),
          issued.device().expiresAt());
    }
  }

  /**
   * @param current the one that asks
   */
  record Shown(
      UUID id,
      String name,
      Instant issuedAt,
      Instant expiresAt,
      Instant lastSeenAt,
      Instant revokedAt,
      boolean current) {}

  record Listing(List<Shown> devices) {}

  /**
   * @param qr rows of the QR code of {@code url}, 1 = dark, without a quiet zone
   */
  record PairingCode(String code, String url, Instant expiresAt, List<String> qr) {}

  /** A phone cannot make further phones: a stolen token must end. */
  @PostMapping("/api/devices")
  @ResponseStatus(HttpStatus.CREATED)
  Issued issue(@RequestBody Wanted wanted) {
    refuseDevices("POST /api/devices");
    return Issued.of(devices.issue(callers.findAccount().orElseThrow(), wanted.name()));
  }

  @PostMapping("/api/accounts/{userName}/pairings")
  @ResponseStatus(HttpStatus.CREATED)
  PairingCode pair(@PathVariable String userName) {
    refuseDevices("POST /api/accounts/" + userName + "/pairings");
    Devices.Pairing pairing = devices.pair(callers.get(), userName);
    String origin =
        settings.url().isBlank()
            ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
            : settings.url().replaceAll("/+$", "");
    String url = origin + "/field/#pair=" + pairing.code();
    return new PairingCode(pairing.code(), url, pairing.expiresAt(), QrCode.rows(url));
  }

  /** Nobody is signed in: guesses are counted by address and by code. */
  @PostMapping("/api/device-pairings/{code}")
  @ResponseStatus(HttpStatus.CREATED)
  Issued redeem(@PathVariable String code, @RequestBody Wanted wanted, HttpServletRequest request) {
    try (SignInAttempts.Guess guess = attempts.begin(code, request.getRemoteAddr())) {
      return Issued.of(
          devices
              .redeem(code, wanted.name())
              .orElseThrow(
                  () -> {
                    guess.wrong();
                    return new Problem(ProblemType.PAIRING_UNKNOWN, Map.of());
                  }));
    }
  }

  @GetMapping("/api/devices")
  Listing list(@RequestParam(required = false) String account) {
    UUID current = callers.findDevice().orElse(null);
    return new Listing(
        devices.list(callers.get(), account).stream()
            .map(
                d ->
                    new Shown(
                        d.id(),
                        d.name(),
                        d.issuedAt(),
                        d.expiresAt(),
                        d.lastSeenAt(),
                        d.revokedAt(),
                        d.id().equals(current)))
            .toList());
  }

  @DeleteMapping("/api/devices/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID id) {
    devices.revoke(callers.get(), id);
  }

  private void refuseDevices(String what) {
    if (callers.findDevice().isPresent())
      throw new Problem(ProblemType.NOT_ALLOWED, Map.of("what", what));
  }
}
