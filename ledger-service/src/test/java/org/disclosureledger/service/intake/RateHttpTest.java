package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.disclosureledger.service.rate.RateKind;
import org.disclosureledger.service.rate.RateLimits;
import org.disclosureledger.service.rate.RateLimits.Outcome;
import org.disclosureledger.service.rate.RateLimits.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the limits' word does at the door. */
class RateHttpTest extends HttpTest {
  private static final String LEDGER = "/api/v1/ledgers/demo";
  private static final String TYPE = "https://disclosureledger.example/problems/";
  private static final Verdict TOO_MANY = new Verdict(Outcome.TOO_MANY, Duration.ofMillis(4_001));
  private static final Verdict UNKNOWN = new Verdict(Outcome.UNKNOWN, Duration.ZERO);

  private final List<String> taken = new CopyOnWriteArrayList<>();

  @AfterEach
  void lift() {
    HttpTestApplication.LIMITS.set(HttpTestApplication.NO_LIMITS);
  }

  private void limit(Map<RateKind, Verdict> verdicts) {
    taken.clear();
    RateLimits limits =
        (kind, who) -> {
          taken.add(kind + " " + who);
          return verdicts.getOrDefault(kind, Verdict.GRANTED);
        };
    HttpTestApplication.LIMITS.set(limits);
  }

  private MockHttpServletResponse call(String user, HttpMethod method, String path)
      throws Exception {
    return mvc.perform(as(user, method, path)).andReturn().getResponse();
  }

  @Test
  void tooManyIsRefusedInBothLanguagesAndReachesNoCommand() throws Exception {
    limit(Map.of(RateKind.WRITES, TOO_MANY));
    MockHttpServletResponse refused =
        mvc.perform(post(LEDGER + "/requests", example("recordRequest.request.json")))
            .andReturn()
            .getResponse();
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
    assertThat(refused.getContentType()).isEqualTo("application/problem+json");
    assertThat(refused.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
        .contains(TYPE + "too-many-requests", "Quá nhiều yêu cầu", "Too many requests");
    assertThat(dispatcher.idle()).isTrue();
    assertThat(call("legal", HttpMethod.GET, "/api/v1/me").getStatus()).isEqualTo(200);
  }

  @Test
  void eachKindIsCountedApartAndEachPersonToo() throws Exception {
    limit(Map.of());
    call("legal", HttpMethod.GET, "/api/v1/me");
    call("legal", HttpMethod.HEAD, LEDGER + "/requests");
    call("supervisor", HttpMethod.GET, LEDGER + "/register.csv");
    call("supervisor", HttpMethod.GET, LEDGER + "/statistics");
    call("supervisor", HttpMethod.GET, "/api/v1/comparison");
    call("legal", HttpMethod.DELETE, LEDGER + "/requests");
    call("auditor", HttpMethod.GET, "/ledgers/demo/tile/0/000");
    call("auditor", HttpMethod.GET, "/ledgers/demo/checkpoint");
    call("admin", HttpMethod.GET, "/actuator/health");
    mvc.perform(get("/actuator/health")).andReturn();
    mvc.perform(get("/api/v1/me")).andReturn();
    taken.removeIf(one -> one.startsWith("SIGN_INS"));
    assertThat(taken)
        .containsExactly(
            "READS person:legal",
            "READS person:legal",
            "DOWNLOADS person:supervisor",
            "DOWNLOADS person:supervisor",
            "DOWNLOADS person:supervisor",
            "WRITES person:legal",
            "TILES person:auditor",
            "TILES person:auditor");
  }

  @Test
  void uncountedCallsGoOnUnderTheProcesssOwnCount() throws Exception {
    limit(Map.of(RateKind.READS, UNKNOWN, RateKind.WRITES, UNKNOWN));
    assertThat(call("legal", HttpMethod.GET, "/api/v1/me").getStatus()).isEqualTo(200);
    assertThat(
            mvc.perform(post(LEDGER + "/requests", example("recordRequest.request.json")))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(201);
  }

  private MockHttpServletResponse wrongPassword(String address, String password) throws Exception {
    String credentials =
        java.util.Base64.getEncoder().encodeToString(("legal:" + password).getBytes("UTF-8"));
    return mvc.perform(
            get("/api/v1/me")
                .header("Authorization", "Basic " + credentials)
                .header("X-Forwarded-For", "198.51.100.1")
                .with((MockHttpServletRequest request) -> {
                  request.setRemoteAddr(address);
                  return request;
                }))
        .andReturn()
        .getResponse();
  }

  @Test
  void passwordsAreCountedByTheAddressTheyReallyComeFrom() throws Exception {
    limit(Map.of());
    assertThat(wrongPassword("192.0.2.7", "wrong-1").getStatus()).isEqualTo(401);
    assertThat(wrongPassword("2001:db8:1:2:3::4", "wrong-2").getStatus()).isEqualTo(401);
    assertThat(taken)
        .containsExactly("SIGN_INS address:192.0.2.7", "SIGN_INS address:20010db800010002");

    limit(Map.of(RateKind.SIGN_INS, TOO_MANY));
    MockHttpServletResponse refused = wrongPassword("192.0.2.7", "wrong-3");
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
    assertThat(refused.getHeader("WWW-Authenticate")).isNull();
    assertThat(refused.getContentAsString()).contains(TYPE + "too-many-sign-ins");

    limit(Map.of(RateKind.SIGN_INS, UNKNOWN));
    MockHttpServletResponse closed = wrongPassword("192.0.2.7", "wrong-4");
    assertThat(closed.getStatus()).isEqualTo(503);
    assertThat(closed.getContentAsString()).contains(TYPE + "sign-in-busy");
  }

  @Test
  void whoIsRememberedIsNotCountedAgain() throws Exception {
    assertThat(call("legal", HttpMethod.GET, "/api/v1/me").getStatus()).isEqualTo(200);
    limit(Map.of(RateKind.SIGN_INS, TOO_MANY));
    assertThat(call("legal", HttpMethod.GET, "/api/v1/me").getStatus()).isEqualTo(200);
    assertThat(taken).containsExactly("READS person:legal");
  }
}
