package org.disclosureledger.service.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Reads the provider's tokens. Whatever a token says of its algorithm, it is one with a public and
 * a private key: none, and those that would take the public key for a secret, are not known here.
 */
final class TokenDecoders {
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final JWKSource<SecurityContext> keys;
  private final ProviderSettings settings;
  private final Clock clock;

  TokenDecoders(JWKSource<SecurityContext> keys, ProviderSettings settings, Clock clock) {
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  /** Of access tokens that a caller sends. */
  JwtDecoder bearer() {
    NimbusJwtDecoder decoder = decoder();
    JwtTypeValidator type = new JwtTypeValidator(List.of("JWT", "at+jwt"));
    type.setAllowEmpty(true);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(List.of(times(), type, this::forUs)));
    return token -> decoded(decoder, token);
  }

  /** Of the tokens that the provider hands to us when a browser signs in. */
  Function<ClientRegistration, JwtDecoder> idTokens() {
    return registration -> {
      NimbusJwtDecoder decoder = decoder();
      OidcIdTokenValidator rules = new OidcIdTokenValidator(registration);
      rules.setClock(clock);
      rules.setClockSkew(SKEW);
      OAuth2TokenValidator<Jwt> issuer =
          token -> verdict(settings.issuer().equals(token.getClaimAsString("iss")));
      decoder.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(List.of(times(), rules, issuer)));
      decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
      return decoder;
    };
  }

  private NimbusJwtDecoder decoder() {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    // The type is a validator's matter, and times too.
    processor.setJWSTypeVerifier((type, context) -> {});
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return new NimbusJwtDecoder(processor);
  }

  private JwtTimestampValidator times() {
    JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
    times.setClock(clock);
    return times;
  }

  private OAuth2TokenValidatorResult forUs(Jwt token) {
    List<String> audience = token.getAudience();
    return verdict(
        settings.issuer().equals(token.getClaimAsString("iss"))
            && audience != null
            && audience.contains(settings.audience())
            // Without an end it would be good for ever.
            && token.getExpiresAt() != null
            && !isIdToken(token));
  }

  /**
   * An ID token tells a client who signed in; it gives nobody access. Only what OpenID Connect Core
   * §2 and §3.3.2.11 put there is known everywhere; the type is what Keycloak calls it.
   */
  private static boolean isIdToken(Jwt token) {
    return token.hasClaim("nonce")
        || token.hasClaim("at_hash")
        || token.hasClaim("c_hash")
        || "ID".equals(token.getClaims().get("typ"));
  }

  private static OAuth2TokenValidatorResult verdict(boolean good) {
    return good
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
  }

  private static Jwt decoded(JwtDecoder decoder, String token) {
    try {
      return decoder.decode(token);
    } catch (BadJwtException e) {
      throw e;
    } catch (JwtException e) {
      throw new SignInRefused(
          AccessRule.PROVIDER_UNAVAILABLE, "its keys cannot be read; nothing was done", e);
    }
  }
}
