package org.disclosureledger.service.access;

import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.web.client.RestClient;

/**
 * Ourselves as the provider's client. Spring's own discovery waits for half a minute and its token
 * call for ever; here whoever signs in while the provider hangs learns so within seconds, and who
 * comes just after at once.
 */
final class ProviderClient {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(5);
  static final Duration PAUSE = Duration.ofSeconds(5);
  private static final String WAY_BACK = "{baseUrl}/login/oauth2/code/{registrationId}";

  private final ProviderSettings settings;
  private final ProviderSettings.Client client;
  private final ProviderMetadata metadata;
  private final InstantSource clock;
  private volatile Instant askAgain = Instant.MIN;

  ProviderClient(ProviderSettings settings, ProviderSettings.Client client, InstantSource clock) {
    this.settings = settings;
    this.client = client;
    this.metadata = new ProviderMetadata(settings);
    this.clock = clock;
  }

  String id() {
    return client.id();
  }

  /**
   * Asks the provider where its pages are.
   *
   * @throws IllegalStateException when it does not answer
   */
  ClientRegistration registration() {
    if (clock.instant().isBefore(askAgain)) {
      throw new IllegalStateException("the provider could not be asked a moment ago");
    }
    try {
      return registration(metadata.document());
    } catch (IOException | ParseException e) {
      askAgain = clock.instant().plus(PAUSE);
      throw new IllegalStateException("the provider cannot be asked", e);
    }
  }

  /** What is configured stands; what is not, the provider says. */
  private ClientRegistration registration(Map<String, Object> document) {
    ClientRegistration said =
        ClientRegistrations.fromOidcConfiguration(document)
            .registrationId(client.id())
            .clientId(client.id())
            .build();
    OAuth2ClientProperties properties = client.properties();
    OAuth2ClientProperties.Registration own = properties.getRegistration().get(client.id());
    String named = own == null ? null : own.getProvider();
    OAuth2ClientProperties.Provider provider =
        properties.getProvider().get(named == null ? client.id() : named);
    if (own == null || provider == null) {
      throw new IllegalStateException("the registration was there at the start");
    }
    // Else it would be asked by Spring, without an end.
    provider.setIssuerUri(null);
    if (provider.getAuthorizationUri() == null) {
      provider.setAuthorizationUri(said.getProviderDetails().getAuthorizationUri());
    }
    if (provider.getTokenUri() == null) {
      provider.setTokenUri(said.getProviderDetails().getTokenUri());
    }
    if (provider.getJwkSetUri() == null) {
      provider.setJwkSetUri(said.getProviderDetails().getJwkSetUri());
    }
    if (own.getClientAuthenticationMethod() == null) {
      own.setClientAuthenticationMethod(said.getClientAuthenticationMethod().getValue());
    }
    own.setRedirectUri(WAY_BACK);
    if (own.getAuthorizationGrantType() == null) {
      own.setAuthorizationGrantType(said.getAuthorizationGrantType().getValue());
    }
    String token = provider.getTokenUri();
    if (token == null || !ProviderSettings.safe(token)) {
      throw new IllegalStateException("the metadata names no safe token_endpoint");
    }
    ClientRegistration registration =
        new OAuth2ClientPropertiesMapper(properties).asClientRegistrations().get(client.id());
    if (registration == null) {
      throw new IllegalStateException("the registration was there at the start");
    }
    Set<String> scopes = new LinkedHashSet<>();
    if (registration.getScopes() != null) {
      scopes.addAll(registration.getScopes());
    }
    scopes.add(OidcScopes.OPENID);
    // Whatever else is asked for: an ID token, and a code that only we can redeem.
    return ClientRegistration.withClientRegistration(registration)
        .scope(scopes)
        .issuerUri(settings.issuer())
        .userNameAttributeName(IdTokenClaimNames.SUB)
        .providerConfigurationMetadata(document)
        .build();
  }

  /** Redeems codes at the token endpoint. */
  static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
    SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(CONNECT);
    requests.setReadTimeout(READ);
    var codes = new RestClientAuthorizationCodeTokenResponseClient();
    codes.setRestClient(
        RestClient.builder()
            .requestFactory(requests)
            .configureMessageConverters(converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return codes;
  }
}
