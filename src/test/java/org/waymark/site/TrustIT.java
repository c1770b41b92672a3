package org.waymark.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;

/** The page by which crews come to trust the server's own authority; nobody is signed in. */
@WaymarkIT
@TestPropertySource(properties = "waymark.home=target/trust")
class TrustIT {
  @LocalServerPort int port;

  @Value("${waymark.home}")
  Path home;

  @Test
  void the_page_is_open_and_tells_the_fingerprint_of_the_authority() throws IOException {
    Visitor nobody = Visitor.anonymous(port).with("Accept", "text/html");
    HttpResponse<String> page = nobody.get("/field/trust");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("waymark-ca.crt");
    assertThat(nobody.get("/trust/trust.js").statusCode()).isEqualTo(200);
    Visitor phone = Visitor.anonymous(port);
    Path certificate = home.resolve("tls").resolve("ca.crt");
    Files.deleteIfExists(certificate);
    assertThat(phone.get("/field/trust/waymark-ca.crt").statusCode()).isEqualTo(404);
    assertThat(json(phone.get("/field/trust/authority")).get("type").asString())
        .isEqualTo("/problems/not-found");
    Files.createDirectories(certificate.getParent());
    Files.copy(Path.of("src/test/resources/tls/authority.crt"), certificate);
    assertThat(json(phone.get("/field/trust/authority")).get("fingerprint").asString())
        .startsWith("F5:F2:34:18:55:ED:0B:98");
    HttpResponse<String> ca = phone.get("/field/trust/waymark-ca.crt");
    assertThat(ca.headers().firstValue("Content-Type")).contains("application/x-x509-ca-cert");
    assertThat(ca.body()).startsWith("-----BEGIN CERTIFICATE-----");
  }
}
