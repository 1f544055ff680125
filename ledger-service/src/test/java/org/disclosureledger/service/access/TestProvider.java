package org.disclosureledger.service.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenID provider on this machine, with keys of its own and a token endpoint; no pages. */
final class TestProvider {
  static final String AUDIENCE = "ledger-api";
  static final String CLIENT = "ledger-browser";
  static final String SECRET = "plainly-invented-secret";

  /** What a code was given for. */
  private record Code(String challenge, String idToken) {}

  private final HttpServer server;
  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private volatile RSAKey key = newKey();
  private volatile boolean down;

  private TestProvider(HttpServer server) {
    this.server = server;
  }

  static TestProvider start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TestProvider provider = new TestProvider(server);
      server.createContext(
          "/.well-known/openid-configuration", call -> provider.answer(call, provider.metadata()));
      server.createContext(
          "/jwks", call -> provider.answer(call, new JWKSet(provider.key).toJSONObject(true)));
      server.createContext("/token", provider::token);
      server.start();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  RSAKey key() {
    return key;
  }

  /** From now on another key signs, and the old one is published no more. */
  void rotate() {
    key = newKey();
  }

  void down(boolean now) {
    down = now;
  }

  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A good access token's claims for the ledger demo; the account is named as its person. */
  JWTClaimsSet.Builder claims(String person, String... roles) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject("account-of-" + person)
        .audience(AUDIENCE)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
        .claim("preferred_username", person + ".vidu")
        .claim("person", person)
        .claim("ledger", "demo")
        .claim("realm_access", Map.of("roles", List.of(roles)));
  }

  String signed(JWTClaimsSet.Builder claims) {
    return signed(claims, key, JOSEObjectType.JWT);
  }

  static String signed(JWTClaimsSet.Builder claims, RSAKey key, JOSEObjectType type) {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(type).build();
      SignedJWT token = new SignedJWT(header, claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As if somebody had signed in on the provider's page. */
  String code(String challenge, String idToken) {
    String code = UUID.randomUUID().toString();
    codes.put(code, new Code(challenge, idToken));
    return code;
  }

  private Map<String, Object> metadata() {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put("issuer", issuer());
    metadata.put("authorization_endpoint", issuer() + "/authorize");
    metadata.put("token_endpoint", issuer() + "/token");
    metadata.put("end_session_endpoint", issuer() + "/logout");
    metadata.put("jwks_uri", issuer() + "/jwks");
    metadata.put("response_types_supported", List.of("code"));
    metadata.put("subject_types_supported", List.of("public"));
    metadata.put("id_token_signing_alg_values_supported", List.of("RS256"));
    return metadata;
  }

  /** Each code once, for who knows the verifier and the client's secret. */
  private void token(HttpExchange call) throws IOException {
    Map<String, String> form = new HashMap<>();
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    Code code = codes.remove(form.getOrDefault("code", ""));
    String client =
        Base64.getEncoder()
            .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    if (code == null
        || !code.challenge().equals(sha256(form.getOrDefault("code_verifier", "")))
        || !("Basic " + client).equals(call.getRequestHeaders().getFirst("Authorization"))) {
      write(call, 400, Map.of("error", "invalid_grant"));
      return;
    }
    answer(
        call,
        Map.of(
            "access_token",
            "opaque",
            "token_type",
            "Bearer",
            "expires_in",
            300,
            "id_token",
            code.idToken()));
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange call, Map<String, Object> body) throws IOException {
    write(call, down ? 503 : 200, body);
  }

  private static void write(HttpExchange call, int status, Map<String, Object> body)
      throws IOException {
    byte[] bytes = JSONObjectUtils.toJSONString(body).getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }
}
