package org.disclosureledger.verifier.conduct;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.disclosureledger.format.Sha256;

/**
 * What was said against an act that waits, in a few bytes: enough to know it again. Of more than
 * that many the rest is forgotten, and so told of the second step as well.
 */
final class Flaws {
  static final Flaws NONE = new Flaws(new long[0]);
  private static final int MOST = 32;

  /** In order. */
  private final long[] hashes;

  private Flaws(long[] hashes) {
    this.hashes = hashes;
  }

  static Flaws of(Set<Objections.Flaw> raised) {
    return raised.isEmpty()
        ? NONE
        : new Flaws(raised.stream().mapToLong(Flaws::hash).sorted().limit(MOST).toArray());
  }

  boolean contains(Objections.Flaw flaw) {
    return hashes.length > 0 && Arrays.binarySearch(hashes, hash(flaw)) >= 0;
  }

  boolean isEmpty() {
    return hashes.length == 0;
  }

  private static long hash(Objections.Flaw flaw) {
    return ByteBuffer.wrap(Sha256.of(flaw.toString().getBytes(StandardCharsets.UTF_8))).getLong();
  }
}
