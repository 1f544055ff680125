package org.disclosureledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.HttpSessionEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Session;
import org.disclosureledger.service.intake.HttpTestApplication;
import org.disclosureledger.service.rate.RateKind;
import org.disclosureledger.service.rate.RateLimits;
import org.disclosureledger.service.rate.RateLimits.Outcome;
import org.disclosureledger.service.rate.RateLimits.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** Sessions that strangers may have made, and the people whom a provider knows. */
class ProviderRateTest extends ProviderHttpTest {
  private static final Verdict TOO_MANY = new Verdict(Outcome.TOO_MANY, Duration.ofSeconds(9));

  @Autowired private UnfinishedSignIns unfinished;
  private final List<String> taken = new CopyOnWriteArrayList<>();

  @AfterEach
  void lift() {
    HttpTestApplication.LIMITS.set(HttpTestApplication.NO_LIMITS);
  }

  private void limit(Map<RateKind, Verdict> verdicts) {
    RateLimits limits =
        (kind, who) -> {
          taken.add(kind + " " + who);
          return verdicts.getOrDefault(kind, Verdict.GRANTED);
        };
    HttpTestApplication.LIMITS.set(limits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sign-in",
        "/oauth2/authorization/browser",
        "/login/oauth2/code/browser?code=c&state=s"
      })
  void aStrangersSessionsAreCountedByAddressAndNoneIsMadeBeyondTheLimit(String path)
      throws Exception {
    limit(Map.of());
    mvc.perform(get(path)).andReturn();
    assertThat(taken).containsExactly("SIGN_INS address:127.0.0.1");

    limit(Map.of(RateKind.SIGN_INS, TOO_MANY));
    var refused = mvc.perform(get(path)).andReturn();
    assertThat(refused.getRequest().getSession(false)).isNull();
    MockHttpServletResponse response = refused.getResponse();
    assertThat(response.getStatus()).isEqualTo(429);
    assertThat(response.getHeader("Retry-After")).isEqualTo("9");
    assertThat(response.getContentAsString()).contains("problems/too-many-sign-ins");
  }

  /** A session as the container tells of it. */
  private static MockHttpSession begun(UnfinishedSignIns unfinished) {
    MockHttpSession session = new MockHttpSession();
    unfinished.sessionCreated(new HttpSessionEvent(session));
    return session;
  }

  @Test
  void ofThoseOnTheirWayTheOldestEndsAndNobodyWhoIsIn() {
    UnfinishedSignIns three = new UnfinishedSignIns(3);
    MockHttpSession in = begun(three);
    three.finish(in);
    MockHttpSession first = begun(three);
    MockHttpSession second = begun(three);
    MockHttpSession third = begun(three);
    assertThat(three.count()).isEqualTo(3);
    three.sessionDestroyed(new HttpSessionEvent(second));
    begun(three);
    assertThat(first.isInvalid()).isFalse();
    begun(three);
    assertThat(first.isInvalid()).isTrue();
    begun(three);
    assertThat(third.isInvalid()).isTrue();
    assertThat(in.isInvalid()).isFalse();
    assertThat(three.count()).isEqualTo(3);
  }

  @Test
  void realSessionsAreCountedUntilTheyEnd() throws Exception {
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in")).build();
    int before = unfinished.count();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(302);
    }
    assertThat(unfinished.count()).isEqualTo(before + 1);
    for (Session session : sessions().findSessions()) {
      session.expire();
    }
    assertThat(unfinished.count()).isZero();
  }

  @Test
  void allAccountsOfOnePersonShareWhatTheyMayAskFor() throws Exception {
    limit(Map.of(RateKind.READS, TOO_MANY));
    for (String account : List.of("lan-1", "lan-2")) {
      String token = PROVIDER.signed(PROVIDER.claims("lan", "legal").subject(account));
      MockHttpServletResponse refused =
          mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + token))
              .andReturn()
              .getResponse();
      assertThat(refused.getStatus()).isEqualTo(429);
      assertThat(refused.getHeader("Retry-After")).isEqualTo("9");
    }
    assertThat(taken).containsExactly("READS person:lan", "READS person:lan");
  }
}
