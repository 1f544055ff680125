package org.disclosureledger.verifier.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * edwards25519 in plain affine arithmetic (RFC 8032 §5.1), slow and independent of Bouncy Castle.
 */
record EdwardsPoint(BigInteger x, BigInteger y) {
  static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  static final BigInteger L =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
  static final EdwardsPoint IDENTITY = new EdwardsPoint(BigInteger.ZERO, BigInteger.ONE);
  static final EdwardsPoint BASE =
      decode(encode(BigInteger.valueOf(4).multiply(BigInteger.valueOf(5).modInverse(P)).mod(P), 0));

  EdwardsPoint plus(EdwardsPoint q) {
    BigInteger cross = D.multiply(x).multiply(q.x).multiply(y).multiply(q.y).mod(P);
    BigInteger sumX = x.multiply(q.y).add(y.multiply(q.x));
    BigInteger sumY = y.multiply(q.y).add(x.multiply(q.x));
    return new EdwardsPoint(
        sumX.multiply(BigInteger.ONE.add(cross).modInverse(P)).mod(P),
        sumY.multiply(BigInteger.ONE.subtract(cross).modInverse(P)).mod(P));
  }

  EdwardsPoint times(BigInteger scalar) {
    EdwardsPoint sum = IDENTITY;
    for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
      sum = sum.plus(sum);
      if (scalar.testBit(bit)) {
        sum = sum.plus(this);
      }
    }
    return sum;
  }

  byte[] encode() {
    return encode(y, x.testBit(0) ? 1 : 0);
  }

  /** Any y below 2^255, canonical or not. */
  static byte[] encode(BigInteger y, int sign) {
    byte[] bytes = littleEndian(y);
    bytes[31] |= (byte) (sign << 7);
    return bytes;
  }

  static byte[] littleEndian(BigInteger value) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < 256; i++) {
      if (value.testBit(i)) {
        bytes[i / 8] |= (byte) (1 << (i % 8));
      }
    }
    return bytes;
  }

  static BigInteger fromLittleEndian(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return new BigInteger(1, reversed);
  }

  static EdwardsPoint decode(byte[] bytes) {
    BigInteger y = fromLittleEndian(bytes).clearBit(255).mod(P);
    BigInteger yy = y.multiply(y).mod(P);
    BigInteger square =
        yy.subtract(BigInteger.ONE)
            .multiply(D.multiply(yy).add(BigInteger.ONE).modInverse(P))
            .mod(P);
    BigInteger root = square.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
    if (!root.multiply(root).mod(P).equals(square)) {
      root = root.multiply(BigInteger.TWO.modPow(P.shiftRight(2), P)).mod(P);
    }
    if (!root.multiply(root).mod(P).equals(square)) {
      throw new IllegalArgumentException("not on the curve");
    }
    boolean odd = (bytes[31] & 0x80) != 0;
    return new EdwardsPoint(root.testBit(0) == odd ? root : P.subtract(root).mod(P), y);
  }

  /** The eight points of order 1, 2, 4 and 8. */
  static List<EdwardsPoint> torsion() {
    for (int y = 2; ; y++) {
      EdwardsPoint candidate;
      try {
        candidate = decode(encode(BigInteger.valueOf(y), 0)).times(L);
      } catch (IllegalArgumentException notOnCurve) {
        continue;
      }
      if (!candidate.times(BigInteger.valueOf(4)).equals(IDENTITY)) {
        List<EdwardsPoint> points = new ArrayList<>(List.of(IDENTITY));
        for (int i = 1; i < 8; i++) {
          points.add(points.getLast().plus(candidate));
        }
        return points;
      }
    }
  }

  /** k of RFC 8032 §5.1.7. */
  static BigInteger challenge(byte[] r, byte[] key, byte[] message) {
    try {
      MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
      sha512.update(r);
      sha512.update(key);
      return fromLittleEndian(sha512.digest(message)).mod(L);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
