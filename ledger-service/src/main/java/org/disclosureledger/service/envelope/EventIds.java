package org.disclosureledger.service.envelope;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, 74 random bits. The clock is the caller's,
 * so that simulated time drives ids too; the random source may be seeded in tests and samples.
 */
public final class EventIds {
  private final RandomGenerator random;

  public EventIds(RandomGenerator random) {
    this.random = random;
  }

  /** Ids nobody can guess. */
  public static EventIds secure() {
    return new EventIds(new SecureRandom());
  }

  public UUID at(Instant time) {
    long high = (time.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
