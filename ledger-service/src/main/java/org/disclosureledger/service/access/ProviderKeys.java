package org.disclosureledger.service.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The provider's keys, asked again after {@link #HELD}: so long may a key live on that the provider
 * has retired. A token that names an unknown key makes us ask too, but not more often than every
 * {@link #PAUSE}, or strangers could have us flood the provider. When it cannot be asked nobody is
 * let in by old keys.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {
  static final Duration HELD = Duration.ofMinutes(5);
  static final Duration PAUSE = Duration.ofSeconds(10);

  /** Asks the provider. */
  @FunctionalInterface
  interface Fetch {
    JWKSet keys() throws Exception;
  }

  private final Fetch fetch;
  private final InstantSource clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Held held;
  private Instant asked = Instant.EPOCH;

  private record Held(JWKSet keys, Instant fetched) {}

  ProviderKeys(Fetch fetch, InstantSource clock) {
    this.fetch = fetch;
    this.clock = clock;
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    JWKSet known = held();
    List<JWK> found = known == null ? List.of() : selector.select(known);
    // Whose key is held never waits for a provider that others ask for theirs.
    return found.isEmpty() ? selector.select(asked(known)) : found;
  }

  private @Nullable JWKSet held() {
    Held now = held;
    return now != null && clock.instant().isBefore(now.fetched().plus(HELD)) ? now.keys() : null;
  }

  /**
   * Asks, or takes what another has asked for meanwhile.
   *
   * @param missed in which the key was not found
   */
  private JWKSet asked(@Nullable JWKSet missed) throws KeySourceException {
    asking.lock();
    try {
      JWKSet known = held();
      if (known != null && !known.equals(missed)) {
        return known;
      }
      Instant now = clock.instant();
      if (now.isBefore(asked.plus(PAUSE))) {
        if (known != null) {
          return known;
        }
        throw new RemoteKeySourceException("the provider could not be asked a moment ago", null);
      }
      asked = now;
      return fetched(known, now);
    } finally {
      asking.unlock();
    }
  }

  private JWKSet fetched(@Nullable JWKSet known, Instant now) throws KeySourceException {
    try {
      JWKSet fresh = fetch.keys();
      held = new Held(fresh, now);
      return fresh;
    } catch (Exception e) {
      if (known != null) {
        return known;
      }
      throw new RemoteKeySourceException("the provider cannot be asked", e);
    }
  }
}
