package org.disclosureledger.service.access;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.disclosureledger.service.database.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.core.env.Environment;

/**
 * The one provider that people and systems sign in with.
 *
 * @param keys where its keys are, unless its metadata says it
 * @param audience for whom tokens must be
 * @param client by which browsers sign in; {@code null}: tokens only
 */
record ProviderSettings(
    String issuer,
    @Nullable String keys,
    String audience,
    ClaimSettings claims,
    @Nullable Client client) {
  private static final String OAUTH2 = "spring.security.oauth2";
  private static final String JWT = OAUTH2 + ".resourceserver.jwt.";
  private static final String CLIENT = OAUTH2 + ".client";
  private static final String AUDIENCE = "ledger.access.audience";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * @param id of the registration
   */
  record Client(String id, OAuth2ClientProperties properties) {}

  /** Whatever of it is set, there are no local users any more. */
  static boolean configured(Environment environment) {
    return Binder.get(environment)
        .bind(OAUTH2, Bindable.mapOf(String.class, Object.class))
        .isBound();
  }

  /**
   * @throws StartRefused when something is missing or contradicts
   */
  static ProviderSettings from(Environment environment) {
    Binder settings = Binder.get(environment);
    if (settings.bind("ledger.credentials-file", String.class).isBound()) {
      throw new StartRefused(
          "ledger.credentials-file and " + OAUTH2 + ": local users or a provider, not both");
    }
    Client client = client(settings);
    String issuer = text(settings, JWT + "issuer-uri");
    String clientIssuer = client == null ? null : issuer(client);
    if (issuer == null) {
      issuer = clientIssuer;
    }
    if (issuer == null) {
      throw new StartRefused(JWT + "issuer-uri says who signs tokens; it is not set");
    }
    if (clientIssuer != null && !clientIssuer.equals(issuer)) {
      // One person's name at one of them may be another's at the other.
      throw new StartRefused("two issuers, " + issuer + " and " + clientIssuer + ": one is taken");
    }
    String keys = text(settings, JWT + "jwk-set-uri");
    String audience = text(settings, AUDIENCE);
    if (audience == null) {
      throw new StartRefused(AUDIENCE + " says for whom tokens must be; it is not set");
    }
    if (client != null) {
      requireSafe(audience, client);
    }
    requireSafe(issuer);
    if (keys != null) {
      requireSafe(keys);
    }
    return new ProviderSettings(issuer, keys, audience, ClaimSettings.from(settings), client);
  }

  private static @Nullable Client client(Binder settings) {
    OAuth2ClientProperties properties =
        settings.bind(CLIENT, OAuth2ClientProperties.class).orElse(null);
    if (properties == null || properties.getRegistration().isEmpty()) {
      return null;
    }
    Set<String> ids = properties.getRegistration().keySet();
    if (ids.size() > 1) {
      throw new StartRefused(CLIENT + ".registration: one is taken, there are " + ids.size());
    }
    try {
      properties.validate();
    } catch (IllegalStateException e) {
      throw new StartRefused(CLIENT + ".registration: " + e.getMessage(), e);
    }
    return new Client(ids.iterator().next(), properties);
  }

  private static void requireSafe(String audience, Client client) {
    // ID tokens are for the client; what is for both could be either.
    client
        .properties()
        .getRegistration()
        .values()
        .forEach(registration -> {
          if (audience.equals(registration.getClientId())) {
            throw new StartRefused(
                AUDIENCE + " is the browser's client id: its ID tokens would be access tokens");
          }
        });
    for (OAuth2ClientProperties.Provider provider : client.properties().getProvider().values()) {
      Stream.of(
              provider.getAuthorizationUri(),
              provider.getTokenUri(),
              provider.getUserInfoUri(),
              provider.getJwkSetUri())
          .filter(Objects::nonNull)
          .forEach(ProviderSettings::requireSafe);
    }
  }

  private static String issuer(Client client) {
    OAuth2ClientProperties properties = client.properties();
    OAuth2ClientProperties.Registration registration =
        properties.getRegistration().get(client.id());
    String named = registration == null ? null : registration.getProvider();
    Map<String, OAuth2ClientProperties.Provider> providers = properties.getProvider();
    OAuth2ClientProperties.Provider provider = providers.get(named == null ? client.id() : named);
    String issuer = provider == null ? null : provider.getIssuerUri();
    if (issuer == null || issuer.isBlank()) {
      throw new StartRefused(CLIENT + ".provider.…issuer-uri says who signs in; it is not set");
    }
    return issuer;
  }

  private static @Nullable String text(Binder settings, String name) {
    String value = settings.bind(name, String.class).orElse("");
    return value.isBlank() ? null : value;
  }

  /** Who could answer in the provider's place could be anybody here. */
  static boolean safe(String address) {
    try {
      URI uri = URI.create(address);
      String host = uri.getHost();
      return host != null
          && ("https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(host)));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void requireSafe(String address) {
    if (!safe(address)) {
      throw new StartRefused(address + ": https, or http on this machine");
    }
  }
}
