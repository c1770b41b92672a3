package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./run --tls} makes with the JDK's keytool. */
class TlsTest {
  private static final String SCRIPT =
      """
      set -euo pipefail
      . src/main/shell/machine.sh
      . src/main/shell/tls.sh
      WAYMARK_HOME=$1 java=$2 port=8443
      use_tls
      echo "$WAYMARK_URL"
      echo "$SERVER_SSL_BUNDLE $SPRING_SSL_BUNDLE_JKS_WAYMARK_KEYSTORE_LOCATION"
      """;

  @TempDir Path home;

  @Test
  void makes_an_authority_and_a_certificate_by_it_once_and_keeps_the_keys_to_the_owner()
      throws Exception {
    assertThat(run())
        .contains(
            "making a certificate authority",
            "waymark file:" + tls("server.p12"),
            "\nhttps://",
            ":8443\n");
    for (String file : List.of("ca.p12", "server.p12", "password"))
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tls(file))))
          .as(file)
          .isEqualTo("rw-------");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(tls("server.p12"))) {
      keys.load(in, Files.readString(tls("password")).toCharArray());
    }
    X509Certificate server = (X509Certificate) keys.getCertificateChain("server")[0];
    X509Certificate authority = (X509Certificate) keys.getCertificateChain("server")[1];
    server.verify(authority.getPublicKey());
    assertThat(authority.getBasicConstraints()).isZero();
    assertThat(server.getBasicConstraints()).isEqualTo(-1);
    assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(server.getSubjectAlternativeNames().toString()).contains("localhost", "127.0.0.1");
    byte[] before = Files.readAllBytes(tls("server.p12"));
    assertThat(run()).doesNotContain("making");
    assertThat(Files.readAllBytes(tls("server.p12"))).isEqualTo(before);
    Files.writeString(tls("names"), "dns:another");
    assertThat(run()).contains("making a certificate for").doesNotContain("authority for");
  }

  private Path tls(String file) {
    return home.resolve("tls").resolve(file);
  }

  private String run() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder("bash", "-c", SCRIPT, "tls", home.toString(), java)
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }
}
