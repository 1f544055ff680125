package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A real provider, the packaged service, a real browser. */
class KeycloakSignInIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final String REFUSAL = "{\"grounds\":[\"OTHER\"],\"reason\":\"Mẫu\"}";

  private static ServiceProcess service;
  private static KeycloakProcess keycloak;

  @BeforeAll
  static void start() throws Exception {
    int port = KeycloakProcess.freePort();
    Path parent = Files.createTempDirectory(StormSettings.folder("data"), "keycloak");
    String client = "--spring.security.oauth2.client.";
    // Before the provider, which it asks only when somebody signs in.
    service =
        ServiceProcess.start(
            parent.resolve("data"),
            client + "provider.keycloak.issuer-uri=" + KeycloakProcess.issuer(port),
            client + "registration.keycloak.client-id=ledger-browser",
            client + "registration.keycloak.client-secret=" + KeycloakProcess.SECRET,
            "--ledger.access.audience=ledger-api",
            "--ledger.access.person-claim=person",
            "--ledger.access.all-ledgers-role=all-ledgers");
    keycloak = KeycloakProcess.start(port, service.address());
  }

  @AfterAll
  static void stop() {
    if (keycloak != null) {
      keycloak.close();
    }
    if (service != null) {
      service.close();
    }
  }

  private static ServiceClient program(String user) throws Exception {
    return ServiceClient.bearing(service.address(), keycloak.token("ledger-program", user));
  }

  @Test
  void aProgramIsLetInByItsTokenAndToldWhoItIs() throws Exception {
    JsonNode me = program("lan.phapche").get("/api/v1/me").json();
    assertThat(me.path("role").asString()).isEqualTo("legal");
    assertThat(me.path("ledger").asString()).isEqualTo("demo");
    assertThat(me.path("signedInBy").asString()).isEqualTo("BEARER");

    Reply system =
        ServiceClient.bearing(service.address(), keycloak.systemToken("ledger-program"))
            .post(Requests.path("demo"), Requests.record(1));
    assertThat(system.status()).as("%s", system).isEqualTo(201);
  }

  @Test
  void aTokenForAnotherAudienceOrOfTwoRolesIsRefused() throws Exception {
    String other = keycloak.token("other-program", "lan.phapche");
    Reply refused =
        ServiceClient.bearing(service.address(), other)
            .post(Requests.path("demo"), Requests.record(1));
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.problem()).isEqualTo("not-signed-in");
    Reply two = program("hai.vai").get("/api/v1/me");
    assertThat(two.status()).isEqualTo(403);
    assertThat(two.problem()).isEqualTo("role-ambiguous");
  }

  @Test
  void aLedgerOfOthersIsAnsweredAsOneThatDoesNotExist() throws Exception {
    ServiceClient stranger = program("khac.phapche");
    Reply hidden = stranger.get(Requests.path("demo"));
    Reply unknown = stranger.get(Requests.path("none"));
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.text().replace("demo", "none")).isEqualTo(unknown.text());
  }

  @Test
  void twoAccountsOfOnePersonAreNotTwoPeople() throws Exception {
    ServiceClient legal = program("lan.phapche");
    JsonNode recorded = legal.post(Requests.path("demo"), Requests.record(2)).json();
    String request = Requests.path("demo") + "/" + recorded.path("requestId").asString();
    Reply prepared = legal.post(request + "/prepare-refusal", REFUSAL);
    assertThat(prepared.accepted()).as("%s", prepared).isTrue();
    String approval = "{\"prepared\":\"" + prepared.json().path("eventId").asString() + "\"}";
    Reply same = program("lan.duyet").post(request + "/approve-refusal", approval);
    assertThat(same.status()).as("%s", same).isEqualTo(409);
    assertThat(same.problem()).isEqualTo("same-person");
    Reply second = program("minh.duyet").post(request + "/approve-refusal", approval);
    assertThat(second.accepted()).as("%s", second).isTrue();
  }

  @Test
  void thereAreNoLocalUsers() throws IOException {
    assertThat(service.dataDir().resolve("credentials.txt")).doesNotExist();
    Reply stranger = ServiceClient.stranger(service.address()).get("/api/v1/me");
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.header("WWW-Authenticate")).startsWith("Bearer ");
    assertThat(service.output()).doesNotContain("credentials.txt").contains("sign-in");
  }

  @Test
  void aPersonSignsInAndOutWithABrowser() {
    boolean browser = Files.isExecutable(CHROMIUM);
    assertThat(browser || !Boolean.getBoolean("ledger.browser.required"))
        .as("%s is not installed, and ledger.browser.required", CHROMIUM)
        .isTrue();
    assumeTrue(browser, CHROMIUM + " is not installed");
    List<String> complaints = new ArrayList<>();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser chromium =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")))) {
      Page page = chromium.newPage();
      page.onConsoleMessage(message -> {
        if (message.text().contains("Content Security Policy")
            && message.location().startsWith(service.address().toString())) {
          complaints.add(message.text());
        }
      });
      page.navigate(service.address() + "/");
      page.click("#sign-in");
      page.fill("#username", "lan.phapche");
      page.fill("#password", KeycloakProcess.PASSWORD);
      page.click("#kc-login");
      page.waitForURL(service.address() + "/");
      page.waitForSelector("#known:not([hidden])");
      assertThat(page.textContent("#name")).isEqualTo("lan.phapche");
      assertThat(page.textContent("#role")).contains("Cán bộ pháp lý", "Legal officer");
      assertThat(page.textContent("#ledger")).isEqualTo("demo");

      Cookie session =
          page.context().cookies(service.address().toString()).stream()
              .filter(cookie -> cookie.name.equals("ledger-session"))
              .findFirst()
              .orElseThrow();
      assertThat(session.httpOnly).isTrue();
      assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);

      page.click("#sign-out");
      page.waitForURL(Pattern.compile(Pattern.quote(service.address().toString()) + "/?"));
      page.waitForSelector("#stranger:not([hidden])");
      // The provider's session has ended too: it asks for the password again.
      page.click("#sign-in");
      page.waitForSelector("#password");
      assertThat(URI.create(page.url()).getPath()).startsWith("/realms/ledger/");
    }
    assertThat(complaints).isEmpty();
  }
}
