package org.disclosureledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.database.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class ProviderSettingsTest {
  private static final String CLIENT = "spring.security.oauth2.client.";
  private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

  private static MockEnvironment environment(String... settings) {
    MockEnvironment environment = new MockEnvironment();
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      environment.setProperty(parts[0], parts[1]);
    }
    return environment;
  }

  private static MockEnvironment good(String... more) {
    MockEnvironment environment = environment(more);
    environment.setProperty(ISSUER, "https://login.example.com/realms/a");
    environment.setProperty("ledger.access.audience", "ledger-api");
    return environment;
  }

  @Test
  void nothingConfiguredMeansLocalUsers() {
    assertThat(ProviderSettings.configured(environment("ledger.access.audience=x"))).isFalse();
    assertThat(SignInWay.issuer(environment())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ISSUER + "=https://login.example.com",
        ISSUER + "=",
        CLIENT + "registration.a.client-id=b",
        CLIENT + "provider.a.issuer-uri=https://login.example.com",
        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=https://login.example.com/keys",
        "spring.security.oauth2.resourceserver.opaquetoken.introspection-uri=https://example.com"
      })
  void whateverOfAProviderIsConfiguredThereAreNoLocalUsers(String setting) {
    assertThat(ProviderSettings.configured(environment(setting))).isTrue();
  }

  @Test
  void theDefaultsAreKeycloaks() {
    ProviderSettings settings = ProviderSettings.from(good());
    assertThat(settings.issuer()).isEqualTo("https://login.example.com/realms/a");
    assertThat(settings.client()).isNull();
    assertThat(settings.claims()).isEqualTo(ClaimSettings.DEFAULTS);
    assertThat(settings.claims().roles()).isEqualTo("realm_access.roles");
    assertThat(settings.claims().person()).isEqualTo("sub");
    assertThat(settings.claims().roleNames())
        .isEqualTo(
            Map.of(
                "legal", ActorRole.LEGAL,
                "approver", ActorRole.APPROVER,
                "supervisor", ActorRole.SUPERVISOR,
                "auditor", ActorRole.AUDITOR,
                "admin", ActorRole.ADMIN));
  }

  @Test
  void anIssuerOfTheClientIsEnough() {
    MockEnvironment environment =
        environment(
            CLIENT + "registration.a.client-id=b",
            CLIENT + "provider.a.issuer-uri=http://localhost:8180/realms/a",
            "ledger.access.audience=ledger-api");
    ProviderSettings settings = ProviderSettings.from(environment);
    assertThat(settings.issuer()).isEqualTo("http://localhost:8180/realms/a");
    assertThat(SignInWay.issuer(environment)).contains("http://localhost:8180/realms/a");
  }

  @Test
  void rolesAndClaimsMayHaveOtherNames() {
    ClaimReader reader =
        new ClaimReader(
            ProviderSettings.from(
                    good(
                        "ledger.access.roles-claim=https://example.com/roles",
                        "ledger.access.ledger-claim=org.ledger",
                        "ledger.access.person-claim=employee",
                        "ledger.access.role-names.legal=Phap che"))
                .claims());
    SignedInUser user =
        reader.user(
            Map.of(
                "sub",
                "an-account",
                "employee",
                "E-0001",
                "https://example.com/roles",
                java.util.List.of("Phap che", "legal"),
                "org",
                Map.of("ledger", "demo")));
    assertThat(user).isEqualTo(new SignedInUser("E-0001", ActorRole.LEGAL, "demo", "E-0001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ledger.credentials-file=data/credentials.txt",
        "ledger.access.audience=",
        ISSUER + "=",
        ISSUER + "=http://login.example.com",
        ISSUER + "=ftp://login.example.com",
        ISSUER + "=login",
        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://login.example.com/keys",
        CLIENT + "registration.a.client-id=b",
        CLIENT + "registration.a.client-id=",
        "ledger.access.role-names.boss=boss",
        "ledger.access.role-names.system=system",
        "ledger.access.role-names.legal=admin",
        "ledger.access.role-names.legal=",
        "ledger.access.roles-claim="
      })
  void whatIsMissingOrContradictsRefusesTheStartInOneLine(String setting) {
    MockEnvironment environment = good();
    String[] parts = setting.split("=", 2);
    environment.setProperty(parts[0], parts[1]);
    assertThatThrownBy(() -> ProviderSettings.from(environment))
        .isInstanceOf(StartRefused.class)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registration.a.client-id=ledger-api",
        "provider.a.token-uri=http://login.example.com/token",
        "provider.a.authorization-uri=http://login.example.com/authorize",
        "provider.a.user-info-uri=http://login.example.com/me",
        "provider.a.jwk-set-uri=http://login.example.com/keys"
      })
  void anUnsafeClientRefusesTheStart(String setting) {
    MockEnvironment environment =
        good(
            CLIENT + "registration.a.client-id=b",
            CLIENT + "provider.a.issuer-uri=https://login.example.com/realms/a");
    assertThat(ProviderSettings.from(environment).client()).isNotNull();
    String[] parts = setting.split("=", 2);
    environment.setProperty(CLIENT + parts[0], parts[1]);
    assertThatThrownBy(() -> ProviderSettings.from(environment)).isInstanceOf(StartRefused.class);
  }

  @Test
  void twoClientsOrTwoIssuersRefuseTheStart() {
    assertThatThrownBy(() ->
            ProviderSettings.from(
                good(
                    CLIENT + "registration.a.client-id=b",
                    CLIENT + "provider.a.issuer-uri=https://other.example.com")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("two issuers");
    assertThatThrownBy(() ->
            ProviderSettings.from(
                good(
                    CLIENT + "registration.a.client-id=b",
                    CLIENT + "registration.c.client-id=d",
                    CLIENT + "provider.a.issuer-uri=https://login.example.com/realms/a")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("one is taken");
  }
}
