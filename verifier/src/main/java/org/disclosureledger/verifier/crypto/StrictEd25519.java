package org.disclosureledger.verifier.crypto;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Ed25519 by the one rule of FORMAT §3: the public key is canonical and of prime order; a signature
 * is accepted iff it is 64 bytes, S &lt; L, R is not the identity, and encode([S]B − [k]A) equals
 * R's bytes.
 *
 * <p>Bouncy Castle verifies with the cofactored equation, which also takes an R with a torsion
 * part. Where key and R both lie in the prime-order group the two equations agree, so both are
 * checked to lie there.
 */
public class StrictEd25519 {
  public static final int KEY_BYTES = Ed25519.PUBLIC_KEY_SIZE;
  public static final int SIGNATURE_BYTES = Ed25519.SIGNATURE_SIZE;

  /** Validating a key costs as much as a signature; a ledger has few keys. */
  private static final int CACHED_KEYS = 64;

  private static final byte[] IDENTITY = identity();

  private final Map<Key, Optional<Ed25519.PublicPoint>> points =
      new LinkedHashMap<>(CACHED_KEYS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Ed25519.PublicPoint>> eldest) {
          return size() > CACHED_KEYS;
        }
      };

  /** Whether these 32 bytes are the canonical encoding of a point of prime order. */
  public static boolean isValidKey(byte[] key) {
    return key.length == KEY_BYTES
        && !Arrays.equals(key, IDENTITY)
        && Ed25519.validatePublicKeyFull(key, 0);
  }

  /** Whether the signature over the message holds under the key; false for any malformed input. */
  public boolean verify(byte[] key, byte[] message, byte[] signature) {
    if (key.length != KEY_BYTES || signature.length != SIGNATURE_BYTES) {
      return false;
    }
    byte[] r = Arrays.copyOf(signature, Ed25519.PUBLIC_KEY_SIZE);
    if (Arrays.equals(r, IDENTITY)) {
      return false;
    }
    Optional<Ed25519.PublicPoint> point = point(key);
    // S < L is Bouncy Castle's own check; the tests hold it to that.
    return point.isPresent()
        && Ed25519.verify(signature, 0, point.get(), message, 0, message.length)
        && Ed25519.validatePublicKeyFull(r, 0);
  }

  private synchronized Optional<Ed25519.PublicPoint> point(byte[] key) {
    return points.computeIfAbsent(
        new Key(Arrays.hashCode(key), key.clone()),
        k ->
            isValidKey(k.bytes)
                ? Optional.ofNullable(Ed25519.validatePublicKeyFullExport(k.bytes, 0))
                : Optional.empty());
  }

  private static byte[] identity() {
    byte[] identity = new byte[KEY_BYTES];
    identity[0] = 1;
    return identity;
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by content
  private record Key(int hash, byte[] bytes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
