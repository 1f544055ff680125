package org.disclosureledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;

/** A provider that takes every connection and says nothing, for ever. */
class HangingProviderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40); // the machine may be busy

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T03:00:00Z"));
  private ServerSocket silent;
  private ScheduledExecutorService guard;

  @BeforeEach
  void listen() throws IOException {
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    guard = Executors.newSingleThreadScheduledExecutor();
  }

  @AfterEach
  void close() throws IOException {
    guard.shutdownNow();
    silent.close();
  }

  private String issuer() {
    return "http://localhost:" + silent.getLocalPort();
  }

  private ProviderSettings settings() {
    return new ProviderSettings(
        issuer(), null, TestProvider.AUDIENCE, ClaimSettings.DEFAULTS, null);
  }

  /** Whoever waits for longer than the patience is let go by an end of the connection: too late. */
  private void failsInTime(ThrowingCallable call, Class<? extends Exception> failure) {
    Thread waiting = Thread.currentThread();
    var late = guard.schedule(waiting::interrupt, PATIENCE.toSeconds(), TimeUnit.SECONDS);
    long start = System.nanoTime();
    assertThatThrownBy(call).isInstanceOf(failure);
    late.cancel(false);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
  }

  @Test
  void itsKeysAreNotWaitedForLong() {
    failsInTime(() -> new ProviderMetadata(settings()).keys(), IOException.class);
  }

  @Test
  void whoSignsInLearnsItSoonAndWhoComesNextAtOnce() {
    OAuth2ClientProperties properties = new OAuth2ClientProperties();
    ProviderClient client =
        new ProviderClient(
            settings(), new ProviderSettings.Client("browser", properties), now::get);
    failsInTime(client::registration, IllegalStateException.class);
    assertThatThrownBy(client::registration).hasMessageContaining("a moment ago");
    now.set(now.get().plus(ProviderClient.PAUSE));
    failsInTime(client::registration, IllegalStateException.class);
  }

  @Test
  void aCodeThatIsNotRedeemedIsGivenUp() {
    ClientRegistration registration =
        ClientRegistration.withRegistrationId("browser")
            .clientId(TestProvider.CLIENT)
            .clientSecret(TestProvider.SECRET)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("https://ledger.example/login/oauth2/code/browser")
            .authorizationUri(issuer() + "/authorize")
            .tokenUri(issuer() + "/token")
            .build();
    OAuth2AuthorizationRequest asked =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(issuer() + "/authorize")
            .clientId(TestProvider.CLIENT)
            .redirectUri("https://ledger.example/login/oauth2/code/browser")
            .state("s")
            .build();
    OAuth2AuthorizationResponse answered =
        OAuth2AuthorizationResponse.success("c")
            .redirectUri("https://ledger.example/login/oauth2/code/browser")
            .state("s")
            .build();
    var request =
        new OAuth2AuthorizationCodeGrantRequest(
            registration, new OAuth2AuthorizationExchange(asked, answered));
    failsInTime(
        () -> ProviderClient.codes().getTokenResponse(request), OAuth2AuthorizationException.class);
  }
}
