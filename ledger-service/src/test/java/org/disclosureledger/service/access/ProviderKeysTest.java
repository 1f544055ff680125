package org.disclosureledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProviderKeysTest {
  private static final RSAKey OLD = TestProvider.newKey();
  private static final RSAKey FRESH = TestProvider.newKey();

  private Instant now = Instant.parse("2026-11-22T03:00:00Z");
  private @Nullable JWKSet published = new JWKSet(OLD);
  private int asked;
  private final ProviderKeys keys = new ProviderKeys(this::fetch, () -> now);

  private JWKSet fetch() throws IOException {
    asked++;
    if (published == null) {
      throw new IOException("away");
    }
    return published;
  }

  private List<JWK> find(String id) throws KeySourceException {
    return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
  }

  private void later(Duration time) {
    now = now.plus(time);
  }

  @Test
  void aRetiredKeyLivesOnOnlyAsLongAsKeysAreHeld() throws Exception {
    assertThat(find(OLD.getKeyID())).hasSize(1);
    published = new JWKSet(FRESH);
    later(ProviderKeys.HELD.minusMillis(1));
    assertThat(find(OLD.getKeyID())).hasSize(1);
    assertThat(asked).isEqualTo(1);
    later(Duration.ofMillis(1));
    assertThat(find(OLD.getKeyID())).isEmpty();
  }

  @Test
  void aNewKeyIsFoundBeforeThat() throws Exception {
    find(OLD.getKeyID());
    published = new JWKSet(List.of(OLD, FRESH));
    later(ProviderKeys.PAUSE);
    assertThat(find(FRESH.getKeyID())).hasSize(1);
  }

  @Test
  void unknownKeysDoNotHaveTheProviderFlooded() throws Exception {
    find(OLD.getKeyID());
    for (int i = 0; i < 100; i++) {
      assertThat(find("guessed-" + i)).isEmpty();
    }
    assertThat(asked).isEqualTo(1);
    later(ProviderKeys.PAUSE);
    find("guessed");
    find("guessed");
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void whoseKeyIsHeldDoesNotWaitForAProviderThatOthersAskForTheirs() throws Exception {
    CountDownLatch askedAgain = new CountDownLatch(1);
    CountDownLatch answers = new CountDownLatch(1);
    ProviderKeys hanging =
        new ProviderKeys(
            () -> {
              if (asked++ > 0) {
                askedAgain.countDown();
                answers.await();
              }
              return new JWKSet(asked > 1 ? FRESH : OLD);
            },
            () -> now);
    JWKSelector old = new JWKSelector(new JWKMatcher.Builder().keyID(OLD.getKeyID()).build());
    JWKSelector fresh = new JWKSelector(new JWKMatcher.Builder().keyID(FRESH.getKeyID()).build());
    assertThat(hanging.get(old, null)).hasSize(1);
    later(ProviderKeys.PAUSE);
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<JWK>> first = others.submit(() -> hanging.get(fresh, null));
      askedAgain.await();
      Future<List<JWK>> second = others.submit(() -> hanging.get(fresh, null));
      assertThat(hanging.get(old, null)).as("while it hangs").hasSize(1);
      assertThat(first.isDone()).isFalse();
      answers.countDown();
      assertThat(first.get()).hasSize(1);
      assertThat(second.get()).as("takes what the first has asked for").hasSize(1);
    }
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void whileTheProviderIsAwayHeldKeysServeAndThenNone() throws Exception {
    find(OLD.getKeyID());
    published = null;
    later(ProviderKeys.PAUSE);
    assertThat(find("unknown")).isEmpty();
    assertThat(find(OLD.getKeyID())).hasSize(1);
    later(ProviderKeys.HELD);
    assertThatThrownBy(() -> find(OLD.getKeyID())).isInstanceOf(RemoteKeySourceException.class);
    int before = asked;
    assertThatThrownBy(() -> find(OLD.getKeyID())).isInstanceOf(RemoteKeySourceException.class);
    assertThat(asked).isEqualTo(before);
    published = new JWKSet(OLD);
    later(ProviderKeys.PAUSE);
    assertThat(find(OLD.getKeyID())).hasSize(1);
  }
}
