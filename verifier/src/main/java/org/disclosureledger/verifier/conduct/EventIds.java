package org.disclosureledger.verifier.conduct;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/**
 * The ids of a stream's events so far, eight bytes each. A secret of this run goes into every hash,
 * so nobody can choose an id that collides.
 */
final class EventIds {
  private static final long SECRET = new SecureRandom().nextLong();

  private long[] hashes = new long[4];
  private int size;

  void add(UUID id) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    hashes[size++] = hash(id);
  }

  boolean contains(UUID id) {
    long sought = hash(id);
    for (int i = 0; i < size; i++) {
      if (hashes[i] == sought) {
        return true;
      }
    }
    return false;
  }

  void trim() {
    hashes = Arrays.copyOf(hashes, size);
  }

  private static long hash(UUID id) {
    return mix(mix(id.getMostSignificantBits() ^ SECRET) ^ id.getLeastSignificantBits());
  }

  private static long mix(long bits) {
    long h = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
    return h ^ h >>> 31;
  }
}
