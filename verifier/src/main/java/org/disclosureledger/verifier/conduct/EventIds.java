package org.disclosureledger.verifier.conduct;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * The ids of a stream's events so far, at most 24 bytes each. A secret of this run goes into every
 * hash, so nobody can choose ids that collide, or that are slow to find.
 */
final class EventIds {
  private static final long SECRET = new SecureRandom().nextLong();

  /** A power of two long; zero where there is none. */
  private long[] hashes = new long[4];

  private int size;

  void add(UUID id) {
    if (3 * (size + 1) > 2 * hashes.length) {
      long[] before = hashes;
      hashes = new long[2 * before.length];
      for (long hash : before) {
        if (hash != 0) {
          hashes[place(hash)] = hash;
        }
      }
    }
    long hash = hash(id);
    int at = place(hash);
    if (hashes[at] == 0) {
      hashes[at] = hash;
      size++;
    }
  }

  boolean contains(UUID id) {
    return hashes[place(hash(id))] != 0;
  }

  /** Where the hash is, or would be. */
  private int place(long hash) {
    int at = (int) hash & (hashes.length - 1);
    while (hashes[at] != 0 && hashes[at] != hash) {
      at = (at + 1) & (hashes.length - 1);
    }
    return at;
  }

  /** Never zero. */
  private static long hash(UUID id) {
    long hash = mix(mix(id.getMostSignificantBits() ^ SECRET) ^ id.getLeastSignificantBits());
    return hash == 0 ? 1 : hash;
  }

  private static long mix(long bits) {
    long h = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
    return h ^ h >>> 31;
  }
}
