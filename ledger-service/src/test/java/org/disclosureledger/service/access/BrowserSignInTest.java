package org.disclosureledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import jakarta.servlet.http.HttpSessionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.catalina.Session;
import org.disclosureledger.service.door.SecurityHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser's way in and out, over a real connection, cookies and all. */
class BrowserSignInTest extends ProviderHttpTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private @Nullable String cookie;

  @BeforeEach
  void aNewBrowser() {
    cookie = null;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    for (String set : answer.headers().allValues("Set-Cookie")) {
      cookie = set.substring(0, set.indexOf(';'));
    }
    return answer;
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(at(path)).GET());
  }

  private HttpResponse<String> post(String path, Map<String, String> headers) throws Exception {
    var request =
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(recordRequest()));
    headers.forEach(request::header);
    return send(request);
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port).resolve(path);
  }

  private static Map<String, String> query(String address) {
    Map<String, String> query = new HashMap<>();
    for (String pair : URI.create(address).getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static JWTClaimsSet.Builder idClaims(String nonce, String... roles) {
    return PROVIDER.claims("lan", roles).audience(TestProvider.CLIENT).claim("nonce", nonce);
  }

  /** To the provider and back, with what it says of who signed in. */
  private HttpResponse<String> signIn(Function<String, String> idToken) throws Exception {
    Map<String, String> asked = query(location(get("/sign-in")));
    String code =
        PROVIDER.code(
            asked.getOrDefault("code_challenge", ""),
            idToken.apply(asked.getOrDefault("nonce", "")));
    String back = asked.getOrDefault("redirect_uri", "");
    return get(URI.create(back).getPath() + "?code=" + code + "&state=" + asked.get("state"));
  }

  private HttpResponse<String> signInAs(String... roles) throws Exception {
    return signIn(nonce -> PROVIDER.signed(idClaims(nonce, roles)));
  }

  private JsonNode me() throws Exception {
    HttpResponse<String> me = get("/api/v1/me");
    assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
    return JSON.readTree(me.body());
  }

  @Test
  void theProviderIsAskedForACodeThatOnlyWeCanRedeem() throws Exception {
    String address = location(get("/sign-in"));
    assertThat(address).startsWith(PROVIDER.issuer() + "/authorize?");
    assertThat(query(address))
        .containsEntry("response_type", "code")
        .containsEntry("client_id", TestProvider.CLIENT)
        .containsEntry("scope", "openid")
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "nonce", "code_challenge");
    assertThat(address).doesNotContain(TestProvider.SECRET);
  }

  @Test
  void aBrowserSignsInAndIsToldWhoItIs() throws Exception {
    HttpResponse<String> back = signInAs("legal", "approver");
    assertThat(location(back)).isEqualTo("/");
    assertThat(back.headers().allValues("Set-Cookie"))
        .hasSize(1)
        .allMatch(set -> set.startsWith("ledger-session="))
        .allMatch(set -> set.contains("; HttpOnly") && set.contains("; SameSite=Lax"));
    JsonNode me = me();
    assertThat(me.path("role").asString()).isEqualTo("approver");
    assertThat(me.path("name").asString()).isEqualTo("lan.vidu");
    assertThat(me.path("ledger").asString()).isEqualTo("demo");
    assertThat(me.path("signedInBy").asString()).isEqualTo("SESSION");
    assertThat(me.path("csrf").path("token").asString()).isNotEmpty();
  }

  @Test
  void theSessionBeforeSigningInIsNotTheOneAfter() throws Exception {
    get("/sign-in");
    String before = cookie;
    Map<String, String> asked = query(location(get("/sign-in")));
    String code =
        PROVIDER.code(
            asked.getOrDefault("code_challenge", ""),
            PROVIDER.signed(idClaims(asked.getOrDefault("nonce", ""), "legal")));
    assertThat(cookie).isEqualTo(before);
    get("/login/oauth2/code/browser?code=" + code + "&state=" + asked.get("state"));
    assertThat(cookie).isNotEqualTo(before);
    String after = cookie;
    cookie = before;
    assertThat(get("/api/v1/me").statusCode()).isEqualTo(401);
    cookie = after;
    assertThat(get("/api/v1/me").statusCode()).isEqualTo(200);
  }

  private Session session() {
    try {
      String id = Objects.requireNonNull(cookie).replaceFirst("^[^=]*=", "");
      return Objects.requireNonNull(sessions().findSession(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whoBeginsToSignInHasFiveMinutesForItAndThenHalfAnHourOfPeace() throws Exception {
    get("/sign-in");
    assertThat(Duration.ofSeconds(session().getMaxInactiveInterval()))
        .isEqualTo(Duration.ofMinutes(5));
    signInAs("legal");
    assertThat(Duration.ofSeconds(session().getMaxInactiveInterval()))
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(UnfinishedSignIns.isUnfinished(session().getSession())).isFalse();
    get("/sign-in");
    assertThat(Duration.ofSeconds(session().getMaxInactiveInterval()))
        .as("who is in does not lose that by beginning again")
        .isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void whatASessionChangesNeedsItsCsrfToken() throws Exception {
    signInAs("legal");
    String requests = "/api/v1/ledgers/demo/requests";
    for (Map<String, String> headers :
        List.of(Map.<String, String>of(), Map.of("X-CSRF-TOKEN", "guessed"))) {
      HttpResponse<String> refused = post(requests, headers);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("/problems/csrf-token-invalid");
    }
    assertThat(dispatcher.idle()).isTrue();
    JsonNode csrf = me().path("csrf");
    HttpResponse<String> done =
        post(requests, Map.of(csrf.path("header").asString(), csrf.path("token").asString()));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
    assertThat(dispatcher.idle()).isFalse();
  }

  @Test
  void aTokenNeedsNoCsrfTokenAndLeavesNoSession() throws Exception {
    String token = PROVIDER.signed(PROVIDER.claims("lan", "legal"));
    HttpResponse<String> done =
        post("/api/v1/ledgers/demo/requests", Map.of("Authorization", "Bearer " + token));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
    assertThat(done.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void signingOutEndsTheSessionHereAndNamesTheProvidersEnd() throws Exception {
    signInAs("legal");
    assertThat(post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
    JsonNode csrf = me().path("csrf");
    String before = cookie;
    HttpResponse<String> out =
        post("/sign-out", Map.of(csrf.path("header").asString(), csrf.path("token").asString()));
    assertThat(out.statusCode()).as(out.body()).isEqualTo(200);
    String next = JSON.readTree(out.body()).path("next").asString();
    assertThat(next).startsWith(PROVIDER.issuer() + "/logout?");
    assertThat(query(next))
        .containsKey("id_token_hint")
        .containsEntry("post_logout_redirect_uri", "https://ledger.example/");
    cookie = before;
    assertThat(get("/api/v1/me").statusCode()).isEqualTo(401);
  }

  record BadIdToken(String what, Function<String, String> token, String refusal) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static BadIdToken bad(
      String what, BiFunction<JWTClaimsSet.Builder, String, String> token) {
    return new BadIdToken(
        what, nonce -> token.apply(idClaims(nonce, "legal"), nonce), "sign-in-failed");
  }

  private static BadIdToken roles(String refusal, String... roles) {
    return new BadIdToken(refusal, nonce -> PROVIDER.signed(idClaims(nonce, roles)), refusal);
  }

  static Stream<BadIdToken> badIdTokens() {
    Date past = Date.from(Instant.now().minus(Duration.ofMinutes(5)));
    return Stream.of(
        bad("alg none", (claims, nonce) -> new PlainJWT(claims.build()).serialize()),
        bad(
            "a stranger's key",
            (claims, nonce) ->
                TestProvider.signed(claims, TestProvider.newKey(), JOSEObjectType.JWT)),
        bad("expired", (claims, nonce) -> PROVIDER.signed(claims.expirationTime(past))),
        bad(
            "other audience",
            (claims, nonce) -> PROVIDER.signed(claims.audience(TestProvider.AUDIENCE))),
        bad(
            "other issuer",
            (claims, nonce) -> PROVIDER.signed(claims.issuer("https://other.example"))),
        bad("of another sign-in", (claims, nonce) -> PROVIDER.signed(claims.claim("nonce", "x"))),
        roles("role-missing"),
        roles("role-ambiguous", "auditor", "admin"),
        new BadIdToken(
            "role claim of another type",
            nonce -> PROVIDER.signed(idClaims(nonce).claim("realm_access", "legal")),
            "claim-invalid"));
  }

  @ParameterizedTest
  @MethodSource("badIdTokens")
  void aBadIdTokenSignsNobodyIn(BadIdToken bad) throws Exception {
    HttpResponse<String> back = signIn(bad.token());
    assertThat(location(back)).isEqualTo("/?refused=" + bad.refusal());
    assertThat(get("/api/v1/me").statusCode()).isEqualTo(401);
  }

  @Test
  void aCodeForAnotherBrowsersSignInIsRefused() throws Exception {
    Map<String, String> theirs = query(location(get("/sign-in")));
    cookie = null;
    get("/sign-in");
    HttpResponse<String> back =
        get("/login/oauth2/code/browser?code=any&state=" + theirs.get("state"));
    assertThat(location(back)).isEqualTo("/?refused=sign-in-failed");
    assertThat(get("/api/v1/me").statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionEndsAfterAWorkingDayHoweverBusyItIs() throws Exception {
    MockHttpSession session = new MockHttpSession();
    Instant began = Instant.ofEpochMilli(session.getCreationTime());
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    Instant end = began.plus(SessionAgeFilter.LONGEST);
    new SessionAgeFilter(() -> end.minus(1, ChronoUnit.MILLIS))
        .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    assertThat(session.isInvalid()).isFalse();
    new SessionAgeFilter(() -> end)
        .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    assertThat(session.isInvalid()).isTrue();
  }

  /** However often it asks meanwhile, which would keep an idle one. */
  @Test
  void whoIsNotSignedInByThenLosesTheSessionAfterFiveMinutes() throws Exception {
    MockHttpSession session = new MockHttpSession();
    new UnfinishedSignIns(9).sessionCreated(new HttpSessionEvent(session));
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    Instant end = Instant.ofEpochMilli(session.getCreationTime()).plus(Duration.ofMinutes(5));
    new SessionAgeFilter(() -> end.minus(1, ChronoUnit.MILLIS))
        .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    assertThat(session.isInvalid()).isFalse();
    new SessionAgeFilter(() -> end)
        .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    assertThat(session.isInvalid()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/page.js",
        "/sign-in",
        "/actuator/health",
        "/api/v1/me",
        "/api/v1/none",
        "/api/v1;a=b/me",
        "/login/oauth2/code/browser?error=access_denied"
      })
  void everyAnswerCarriesTheHeadersThatBindABrowser(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .containsExactly(SecurityHeaders.CONTENT_SECURITY_POLICY)
        .allMatch(policy -> policy.contains("frame-ancestors 'none'"))
        .noneMatch(policy -> policy.contains("unsafe"));
    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(answer.headers().allValues("Strict-Transport-Security")).isEmpty();
    assertThat(answer.body()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void overTlsABrowserIsToldToStayThere() throws Exception {
    assertThat(
            mvc.perform(MockMvcRequestBuilders.get("/").secure(true))
                .andReturn()
                .getResponse()
                .getHeaders("Strict-Transport-Security"))
        .hasSize(1)
        .allMatch(header -> header.contains("max-age=31536000"));
  }

  @Test
  void thePageHasNoScriptNorStyleInIt() throws Exception {
    String page = get("/").body();
    assertThat(page).contains("lang=\"vi\"", "lang=\"en\"", "src=\"/page.js\"");
    assertThat(page).doesNotContainPattern("<script(?![^>]*src=)");
    assertThat(page).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:");
    assertThat(get("/page.css").statusCode()).isEqualTo(200);
    assertThat(readAll("/page.js")).doesNotContain("innerHTML", "eval(");
  }

  private String readAll(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answers " + answer.statusCode());
    }
    return answer.body();
  }
}
