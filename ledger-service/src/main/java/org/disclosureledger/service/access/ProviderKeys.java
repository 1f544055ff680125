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
  private @Nullable JWKSet keys;
  private Instant fetched = Instant.EPOCH;
  private Instant asked = Instant.EPOCH;

  ProviderKeys(Fetch fetch, InstantSource clock) {
    this.fetch = fetch;
    this.clock = clock;
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    List<JWK> found = selector.select(current(false));
    return found.isEmpty() ? selector.select(current(true)) : found;
  }

  private synchronized JWKSet current(boolean missed) throws KeySourceException {
    Instant now = clock.instant();
    JWKSet held = now.isBefore(fetched.plus(HELD)) ? keys : null;
    boolean mayAsk = !now.isBefore(asked.plus(PAUSE));
    if (held != null && !(missed && mayAsk)) {
      return held;
    }
    if (!mayAsk) {
      throw new RemoteKeySourceException("the provider could not be asked a moment ago", null);
    }
    asked = now;
    try {
      JWKSet fresh = fetch.keys();
      keys = fresh;
      fetched = now;
      return fresh;
    } catch (Exception e) {
      if (held != null) {
        return held;
      }
      throw new RemoteKeySourceException("the provider cannot be asked", e);
    }
  }
}
