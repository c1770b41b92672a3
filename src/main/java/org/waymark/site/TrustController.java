package org.waymark.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** The certificate authority of {@code ./run --tls}, and how a phone comes to trust it. */
@RestController
class TrustController {
  private final Pages pages;
  private final Path certificate;

  TrustController(Pages pages, @Value("${waymark.home}") Path home) {
    this.pages = pages;
    this.certificate = home.resolve("tls").resolve("ca.crt");
  }

  /**
   * @param fingerprint SHA-256, pairs of hex digits with colons, as phones show it
   */
  record Authority(String name, String fingerprint, Instant until) {}

  @GetMapping(path = "/field/trust", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page(HttpServletResponse response) {
    return pages.answer("trust", response);
  }

  /** A phone that opens this offers to install it. */
  @GetMapping("/field/trust/waymark-ca.crt")
  ResponseEntity<byte[]> certificate() throws IOException {
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("application/x-x509-ca-cert"))
        .header("Content-Disposition", "attachment; filename=\"waymark-ca.crt\"")
        .cacheControl(CacheControl.noCache())
        .body(Files.readAllBytes(existing()));
  }

  @GetMapping("/field/trust/authority")
  Authority authority() throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(existing())) {
      X509Certificate ca =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(ca.getEncoded());
      return new Authority(
          ca.getSubjectX500Principal().getName(),
          HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT),
          ca.getNotAfter().toInstant());
    }
  }

  private Path existing() {
    if (!Files.isReadable(certificate))
      throw new Problem(ProblemType.NOT_FOUND, Map.of("what", "waymark-ca.crt (./run --tls)"));
    return certificate;
  }
}
