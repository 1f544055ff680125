package org.disclosureledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Every token that lets nobody in, and those that do. */
class BearerTokenTest extends ProviderHttpTest {
  private static final String REQUESTS = "/api/v1/ledgers/demo/requests";

  record Bad(String what, String token, int status, String problem) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Bad refused(String what, String token) {
    return new Bad(what, token, 401, "not-signed-in");
  }

  private static Bad with(
      String what, UnaryOperator<JWTClaimsSet.Builder> change, int status, String problem) {
    String token = PROVIDER.signed(change.apply(PROVIDER.claims("lan", "legal")));
    return new Bad(what, token, status, problem);
  }

  private static Bad claim(String name, Object value) {
    return with(name + " " + value, claims -> claims.claim(name, value), 401, "claim-invalid");
  }

  private static Date in(Duration time) {
    return Date.from(Instant.now().plus(time));
  }

  private static JWTClaimsSet.Builder good() {
    return PROVIDER.claims("lan", "legal");
  }

  static Stream<Bad> badTokens() throws JOSEException {
    RSAKey foreign = TestProvider.newKey();
    RSAKey disguised = new RSAKey.Builder(foreign).keyID(PROVIDER.key().getKeyID()).build();
    String[] parts = PROVIDER.signed(good()).split("\\.");
    String[] raised = PROVIDER.signed(PROVIDER.claims("lan", "admin")).split("\\.");
    return Stream.of(
        refused("expired", PROVIDER.signed(good().expirationTime(in(Duration.ofMinutes(-5))))),
        refused("not yet valid", PROVIDER.signed(good().notBeforeTime(in(Duration.ofMinutes(5))))),
        refused("without an end", PROVIDER.signed(good().expirationTime(null))),
        refused("other audience", PROVIDER.signed(good().audience("other-api"))),
        refused("no audience", PROVIDER.signed(good().audience((String) null))),
        refused("for the browser's client", PROVIDER.signed(good().audience(TestProvider.CLIENT))),
        refused("other issuer", PROVIDER.signed(good().issuer("https://other.example"))),
        refused("an ID token", PROVIDER.signed(good().claim("nonce", "n"))),
        refused("one without a nonce", PROVIDER.signed(good().claim("at_hash", "h"))),
        refused("one from the first leg", PROVIDER.signed(good().claim("c_hash", "h"))),
        refused("one as Keycloak calls it", PROVIDER.signed(good().claim("typ", "ID"))),
        refused(
            "other type",
            TestProvider.signed(good(), PROVIDER.key(), new JOSEObjectType("logout+jwt"))),
        refused("alg none", new PlainJWT(good().build()).serialize()),
        refused("signature left out", parts[0] + "." + parts[1] + "."),
        refused("HS256 with the public key", hs256(PROVIDER.key())),
        refused("a stranger's key", TestProvider.signed(good(), foreign, JOSEObjectType.JWT)),
        refused(
            "a stranger's key of our id",
            TestProvider.signed(good(), disguised, JOSEObjectType.JWT)),
        refused("claims exchanged", parts[0] + "." + raised[1] + "." + parts[2]),
        refused("no token", "a.b.c"),
        refused("nothing", ""),
        claim("realm_access", "legal"),
        claim("realm_access", List.of("legal")),
        claim("realm_access", Map.of("roles", "legal")),
        claim("realm_access", Map.of("roles", Map.of("legal", true))),
        claim("realm_access", Map.of("roles", List.of("legal", 7))),
        claim("ledger", List.of("demo")),
        claim("ledger", 7),
        claim("ledger", true),
        claim("ledger", Map.of("name", "demo")),
        claim("person", List.of("lan")),
        claim("person", 7),
        claim("person", "x".repeat(257)),
        with("no person", c -> c.claim("person", null), 401, "claim-invalid"),
        with("no roles claim", c -> c.claim("realm_access", null), 403, "role-missing"),
        with("no role", c -> roles(c), 403, "role-missing"),
        with("no role of ours", c -> roles(c, "offline_access"), 403, "role-missing"),
        with("the system's role", c -> roles(c, "system"), 403, "role-missing"),
        with("legal and admin", c -> roles(c, "legal", "admin"), 403, "role-ambiguous"),
        with(
            "legal, approver and auditor",
            c -> roles(c, "legal", "approver", "auditor"),
            403,
            "role-ambiguous"));
  }

  private static JWTClaimsSet.Builder roles(JWTClaimsSet.Builder claims, String... roles) {
    return claims.claim("realm_access", Map.of("roles", List.of(roles)));
  }

  /** As by a library that takes whatever key it finds for the algorithm that the token names. */
  private static String hs256(RSAKey key) throws JOSEException {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, good().build());
    token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    return token.serialize();
  }

  private MockHttpServletResponse sent(String token, HttpMethod method, String path)
      throws Exception {
    MockHttpServletRequestBuilder call =
        request(method, URI.create(path)).header("Authorization", "Bearer " + token);
    if (method.equals(POST)) {
      call.contentType("application/json").content(recordRequest());
    }
    return mvc.perform(call).andReturn().getResponse();
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void aBadTokenChangesNothingAndIsToldNothingOfAnybody(Bad bad) throws Exception {
    for (MockHttpServletResponse answer :
        List.of(
            sent(bad.token(), POST, REQUESTS),
            sent(bad.token(), GET, REQUESTS),
            sent(bad.token(), GET, "/api/v1/me"))) {
      assertThat(answer.getStatus()).isEqualTo(bad.status());
      assertThat(answer.getContentType()).isEqualTo("application/problem+json");
      String body = answer.getContentAsString();
      assertThat(body)
          .contains("/problems/" + bad.problem() + "\"")
          .doesNotContain("lan", "vidu", "account-of", "Exception", PROVIDER.issuer());
      if (bad.status() == 401) {
        assertThat(answer.getHeader("WWW-Authenticate")).startsWith("Bearer realm=");
      }
      assertThat(answer.getCookies()).isEmpty();
    }
    assertThat(dispatcher.idle()).isTrue();
  }

  @Test
  void aGoodTokenLetsItsRoleIn() throws Exception {
    String token = PROVIDER.signed(good());
    assertThat(sent(token, POST, REQUESTS).getStatus()).isEqualTo(201);
    assertThat(dispatcher.idle()).isFalse();
    MockHttpServletResponse me = sent(token, GET, "/api/v1/me");
    assertThat(me.getContentAsString())
        .isEqualTo(
            """
            {"name":"lan.vidu","role":"legal","ledger":"demo","allLedgers":false,\
            "signedInBy":"BEARER"}\
            """);
    assertThat(me.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(me.getCookies()).isEmpty();
    assertThat(sent(token, POST, "/api/v1/ledgers/demo/agencies").getStatus()).isEqualTo(403);
  }

  @Test
  void aTokenOfTypeAccessTokenIsGoodToo() throws Exception {
    String token = TestProvider.signed(good(), PROVIDER.key(), new JOSEObjectType("at+jwt"));
    assertThat(sent(token, GET, "/api/v1/me").getStatus()).isEqualTo(200);
  }

  @Test
  void whoIsLegalOfficerAndApproverIsAnApprover() throws Exception {
    String token = PROVIDER.signed(PROVIDER.claims("lan", "approver", "legal", "other"));
    assertThat(sent(token, GET, "/api/v1/me").getContentAsString())
        .contains("\"role\":\"approver\"");
  }

  @Test
  void aRetiredKeyIsRefusedOnceTheKeysAreAskedAgain() throws Exception {
    String old = PROVIDER.signed(good());
    assertThat(sent(old, GET, "/api/v1/me").getStatus()).isEqualTo(200);
    PROVIDER.rotate();
    String fresh = PROVIDER.signed(good());
    NOW.updateAndGet(now -> now.plus(ProviderKeys.HELD));
    MockHttpServletResponse refused = sent(old, POST, REQUESTS);
    assertThat(refused.getStatus()).isEqualTo(401);
    assertThat(refused.getContentAsString()).contains("/problems/not-signed-in");
    assertThat(dispatcher.idle()).isTrue();
    assertThat(sent(fresh, GET, "/api/v1/me").getStatus()).isEqualTo(200);
  }

  @Test
  void withoutTheProviderNobodyIsLetInAndToldToComeAgain() throws Exception {
    String token = PROVIDER.signed(good());
    PROVIDER.down(true);
    try {
      MockHttpServletResponse away = sent(token, POST, REQUESTS);
      assertThat(away.getStatus()).isEqualTo(503);
      assertThat(away.getContentAsString())
          .contains("/problems/provider-unavailable")
          .doesNotContain(PROVIDER.issuer());
      assertThat(away.getHeader("Retry-After")).isNotNull();
      assertThat(dispatcher.idle()).isTrue();
    } finally {
      PROVIDER.down(false);
    }
    NOW.updateAndGet(now -> now.plus(ProviderKeys.PAUSE));
    assertThat(sent(token, GET, "/api/v1/me").getStatus()).isEqualTo(200);
  }

  @Test
  void twoAccountsOfOnePersonAreOneActor() throws Exception {
    sent(PROVIDER.signed(PROVIDER.claims("lan", "legal")), POST, REQUESTS);
    sent(
        PROVIDER.signed(
            PROVIDER
                .claims("lan", "approver")
                .subject("a-second-account")
                .claim("preferred_username", "lan2.vidu")),
        POST,
        REQUESTS);
    sent(PROVIDER.signed(PROVIDER.claims("minh", "approver")), POST, REQUESTS);
    var callers = dispatcher.callers();
    assertThat(callers).hasSize(3);
    assertThat(callers.get(1).actor()).isEqualTo(callers.get(0).actor());
    assertThat(callers.get(2).actor()).isNotEqualTo(callers.get(0).actor());
  }

  @Test
  void aLedgerOfOthersIsAnsweredAsOneThatDoesNotExist() throws Exception {
    String stranger = PROVIDER.signed(good().claim("ledger", "khac"));
    String nowhere = PROVIDER.signed(good().claim("ledger", null));
    for (String token : List.of(stranger, nowhere)) {
      for (HttpMethod method : List.of(GET, POST)) {
        MockHttpServletResponse hidden = sent(token, method, REQUESTS);
        MockHttpServletResponse unknown = sent(token, method, REQUESTS.replace("/demo/", "/none/"));
        assertThat(hidden.getStatus()).isEqualTo(404);
        assertThat(unknown.getStatus()).isEqualTo(404);
        assertThat(hidden.getContentAsString().replace("demo", "none"))
            .isEqualTo(unknown.getContentAsString());
        assertThat(hidden.getHeaderNames()).isEqualTo(unknown.getHeaderNames());
      }
    }
    assertThat(dispatcher.idle()).isTrue();
  }

  @Test
  void everyLedgerIsSeenOnlyWithTheRoleForThat() throws Exception {
    JWTClaimsSet.Builder all = PROVIDER.claims("lan", "legal", "all-ledgers").claim("ledger", null);
    assertThat(sent(PROVIDER.signed(all), POST, REQUESTS).getStatus()).isEqualTo(201);
    // The one that the token names is the narrower word.
    JWTClaimsSet.Builder one =
        PROVIDER.claims("lan", "legal", "all-ledgers").claim("ledger", "khac");
    assertThat(sent(PROVIDER.signed(one), POST, REQUESTS).getStatus()).isEqualTo(404);
  }

  @Test
  void thereAreNoLocalUsersBesideAProvider() throws Exception {
    MockHttpServletResponse basic =
        mvc.perform(
                request(GET, URI.create(REQUESTS)).header("Authorization", "Basic bGVnYWw6eA=="))
            .andReturn()
            .getResponse();
    assertThat(basic.getStatus()).isEqualTo(401);
    assertThat(basic.getHeaders("WWW-Authenticate"))
        .hasSize(1)
        .allMatch(challenge -> challenge.startsWith("Bearer "));
    assertThat(Files.exists(DATA.resolve("credentials.txt"))).isFalse();
  }

  @Test
  void aTokenInTheAddressIsNone() throws Exception {
    String token = PROVIDER.signed(good());
    MockHttpServletResponse answer =
        mvc.perform(request(GET, URI.create("/api/v1/me?access_token=" + token)))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(401);
  }
}
