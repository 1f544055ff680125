package org.disclosureledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.disclosureledger.service.intake.HttpTestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The session's cookie over real TLS, under a certificate that the JDK makes for this test. */
class SecureCookieTest {
  private static final String STORE_PASSWORD = "plainly-invented";

  @TempDir static Path folder;
  private static ConfigurableApplicationContext context;
  private static int port;
  private static Path store;

  @BeforeAll
  static void start() throws Exception {
    store = folder.resolve("tls.p12");
    makeCertificate(store);
    TestProvider provider = TestProvider.start();
    String client = "spring.security.oauth2.client.";
    context =
        new SpringApplicationBuilder(HttpTestApplication.class)
            .properties(
                Map.of(
                    "server.port",
                    "0",
                    "server.ssl.key-store",
                    store.toString(),
                    "server.ssl.key-store-password",
                    STORE_PASSWORD,
                    "ledger.data-dir",
                    folder.resolve("data").toString(),
                    "ledger.access.audience",
                    TestProvider.AUDIENCE,
                    client + "provider.people.issuer-uri",
                    provider.issuer(),
                    client + "registration.browser.provider",
                    "people",
                    client + "registration.browser.client-id",
                    TestProvider.CLIENT,
                    client + "registration.browser.client-secret",
                    TestProvider.SECRET))
            .run();
    port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static void makeCertificate(Path store) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "tls",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).as(Files.readString(folder.resolve("keytool.log"))).isZero();
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
  }

  private static HttpClient trusting() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, STORE_PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("tls", keys.getCertificate("tls"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder()
        .sslContext(tls)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  @Test
  void theSessionsCookieGoesByTlsAloneAndToNoScriptAndNoOtherSite() throws Exception {
    try (HttpClient http = trusting()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/sign-in")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
      List<String> cookies = answer.headers().allValues("Set-Cookie");
      assertThat(cookies).hasSize(1);
      assertThat(List.of(cookies.getFirst().split("; ")))
          .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
          .first()
          .asString()
          .startsWith("ledger-session=");
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .hasValue("max-age=31536000; includeSubDomains");
    }
  }

  @Test
  void plainHttpAtTheTlsPortIsRefused() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      socket
          .getOutputStream()
          .write("GET /sign-in HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).doesNotContain("Set-Cookie").doesNotContain("HTTP/1.1 2");
      assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 400")).as(answer).isTrue();
    }
  }
}
