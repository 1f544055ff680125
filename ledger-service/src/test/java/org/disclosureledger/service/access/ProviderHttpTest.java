package org.disclosureledger.service.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.disclosureledger.service.intake.HttpTestApplication;
import org.disclosureledger.service.intake.RecordingDispatcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.web.servlet.MockMvc;

/** One context with a provider configured; the clock of its keys is the test's. */
@SpringBootTest(
    classes = HttpTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
abstract class ProviderHttpTest {
  static final TestProvider PROVIDER = TestProvider.start();
  static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.now());
  static final Path DATA = folder();

  @Autowired MockMvc mvc;
  @Autowired RecordingDispatcher dispatcher;
  @LocalServerPort int port;
  @Autowired private ServletWebServerApplicationContext web;
  @TestBean @Nullable ProviderKeys providerKeys;

  static ProviderKeys providerKeys() {
    return new ProviderKeys(
        new ProviderMetadata(
            new ProviderSettings(
                PROVIDER.issuer(), null, TestProvider.AUDIENCE, ClaimSettings.DEFAULTS, null)),
        NOW::get);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("ledger-provider-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    String client = "spring.security.oauth2.client.";
    registry.add("ledger.data-dir", DATA::toString);
    registry.add("ledger.public-url", () -> "https://ledger.example");
    registry.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", PROVIDER::issuer);
    registry.add(client + "provider.people.issuer-uri", PROVIDER::issuer);
    registry.add(client + "registration.browser.provider", () -> "people");
    registry.add(client + "registration.browser.client-id", () -> TestProvider.CLIENT);
    registry.add(client + "registration.browser.client-secret", () -> TestProvider.SECRET);
    registry.add("ledger.access.audience", () -> TestProvider.AUDIENCE);
    registry.add("ledger.access.person-claim", () -> "person");
    registry.add("ledger.access.all-ledgers-role", () -> "all-ledgers");
  }

  @BeforeEach
  void forget() {
    dispatcher.clear();
    // Keys that another test has rotated are asked for anew.
    NOW.updateAndGet(now -> now.plus(ProviderKeys.HELD));
  }

  /** The sessions that the container holds. */
  Manager sessions() {
    TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(web.getWebServer());
    return ((Context) server.getTomcat().getHost().findChildren()[0]).getManager();
  }

  static byte[] recordRequest() throws IOException {
    try (var in =
        ProviderHttpTest.class.getResourceAsStream("/openapi/recordRequest.request.json")) {
      if (in == null) {
        throw new IllegalStateException("the example is in the resources");
      }
      return in.readAllBytes();
    }
  }
}
