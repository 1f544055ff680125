package org.disclosureledger.verifier.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;

class StrictEd25519Test {
  private static final byte[] MESSAGE = "a leaf".getBytes(StandardCharsets.US_ASCII);
  private static final BigInteger SECRET = new BigInteger("123456789012345678901234567890");
  private static final BigInteger NONCE = new BigInteger("998877665544332211");
  private static final EdwardsPoint KEY = EdwardsPoint.BASE.times(SECRET);

  private final StrictEd25519 strict = new StrictEd25519();

  /** S = r + k·a over whatever encodings of R and A the test has made up. */
  private static byte[] signature(byte[] r, byte[] key, BigInteger nonce, BigInteger secret) {
    BigInteger k = EdwardsPoint.challenge(r, key, MESSAGE);
    return join(r, EdwardsPoint.littleEndian(nonce.add(k.multiply(secret)).mod(EdwardsPoint.L)));
  }

  private static byte[] join(byte[] r, byte[] s) {
    byte[] signature = Arrays.copyOf(r, 64);
    System.arraycopy(s, 0, signature, 32, 32);
    return signature;
  }

  private static boolean bouncyCastleAlone(byte[] key, byte[] signature) {
    return Ed25519.verify(signature, 0, key, 0, MESSAGE, 0, MESSAGE.length);
  }

  @Test
  void aPlainSignatureMadeByOurOwnArithmeticIsAccepted() {
    byte[] key = KEY.encode();
    byte[] r = EdwardsPoint.BASE.times(NONCE).encode();
    assertThat(strict.verify(key, MESSAGE, signature(r, key, NONCE, SECRET))).isTrue();
  }

  @Test
  void theVectorsOfRfc8032AreAccepted() {
    String[][] vectors = {
      {
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
      },
      {
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
      },
      {
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
      }
    };
    HexFormat hex = HexFormat.of();
    for (String[] v : vectors) {
      byte[] signature = hex.parseHex(v[2]);
      assertThat(strict.verify(hex.parseHex(v[0]), hex.parseHex(v[1]), signature)).isTrue();
    }
  }

  @Test
  void everyFlippedBitOfASignatureOrKeyIsRefused() {
    byte[] key = KEY.encode();
    byte[] good = signature(EdwardsPoint.BASE.times(NONCE).encode(), key, NONCE, SECRET);
    for (int bit = 0; bit < 512; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(strict.verify(key, MESSAGE, bad)).as("signature bit %d", bit).isFalse();
    }
    for (int bit = 0; bit < 256; bit++) {
      byte[] bad = key.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(strict.verify(bad, MESSAGE, good)).as("key bit %d", bit).isFalse();
    }
  }

  @Test
  void anSOfLOrMoreIsRefused() {
    byte[] key = KEY.encode();
    byte[] r = EdwardsPoint.BASE.times(NONCE).encode();
    byte[] good = signature(r, key, NONCE, SECRET);
    BigInteger s = EdwardsPoint.fromLittleEndian(Arrays.copyOfRange(good, 32, 64));
    for (int times = 1; times < 15; times++) {
      BigInteger more = s.add(EdwardsPoint.L.multiply(BigInteger.valueOf(times)));
      assertThat(strict.verify(key, MESSAGE, join(r, EdwardsPoint.littleEndian(more))))
          .as("S + %d·L", times)
          .isFalse();
    }
  }

  @Test
  void anRWithATorsionPartIsRefusedThoughTheCofactoredEquationHolds() {
    byte[] key = KEY.encode();
    for (EdwardsPoint torsion : EdwardsPoint.torsion().subList(1, 8)) {
      byte[] r = EdwardsPoint.BASE.times(NONCE).plus(torsion).encode();
      byte[] signature = signature(r, key, NONCE, SECRET);
      assertThat(bouncyCastleAlone(key, signature)).as("the reason for the rule").isTrue();
      assertThat(strict.verify(key, MESSAGE, signature)).isFalse();
    }
  }

  @Test
  void aKeyWithATorsionPartIsRefusedThoughTheCofactoredEquationHolds() {
    for (EdwardsPoint torsion : EdwardsPoint.torsion().subList(1, 8)) {
      byte[] key = KEY.plus(torsion).encode();
      byte[] signature = signature(EdwardsPoint.BASE.times(NONCE).encode(), key, NONCE, SECRET);
      assertThat(bouncyCastleAlone(key, signature)).as("the reason for the rule").isTrue();
      assertThat(StrictEd25519.isValidKey(key)).isFalse();
      assertThat(strict.verify(key, MESSAGE, signature)).isFalse();
    }
  }

  @Test
  void torsionInKeyAndRThatCancelsIsRefused() {
    List<EdwardsPoint> torsion = EdwardsPoint.torsion();
    int tried = 0;
    for (EdwardsPoint inKey : torsion.subList(1, 8)) {
      byte[] key = KEY.plus(inKey).encode();
      for (EdwardsPoint inR : torsion) {
        byte[] r = EdwardsPoint.BASE.times(NONCE).plus(inR).encode();
        byte[] signature = signature(r, key, NONCE, SECRET);
        BigInteger k = EdwardsPoint.challenge(r, key, MESSAGE);
        if (inR.plus(inKey.times(k)).equals(EdwardsPoint.IDENTITY)) {
          tried++; // here even the cofactorless equation holds
        }
        assertThat(strict.verify(key, MESSAGE, signature)).isFalse();
      }
    }
    assertThat(tried).isPositive();
  }

  @Test
  void theEightSmallOrderPointsAreNoKeysAndNoR() {
    byte[] zero = new byte[32];
    for (EdwardsPoint small : EdwardsPoint.torsion()) {
      byte[] point = small.encode();
      assertThat(StrictEd25519.isValidKey(point)).isFalse();
      for (EdwardsPoint r : EdwardsPoint.torsion()) {
        assertThat(strict.verify(point, MESSAGE, join(r.encode(), zero))).isFalse();
      }
      byte[] key = KEY.encode();
      byte[] signature = signature(point, key, BigInteger.ZERO, SECRET);
      assertThat(strict.verify(key, MESSAGE, signature)).isFalse();
    }
  }

  @Test
  void anIdentityRIsRefusedThoughTheEquationHoldsExactly() {
    byte[] key = KEY.encode();
    byte[] identity = EdwardsPoint.IDENTITY.encode();
    byte[] signature = signature(identity, key, BigInteger.ZERO, SECRET);
    BigInteger s = EdwardsPoint.fromLittleEndian(Arrays.copyOfRange(signature, 32, 64));
    BigInteger k = EdwardsPoint.challenge(identity, key, MESSAGE);
    assertThat(EdwardsPoint.BASE.times(s)).isEqualTo(KEY.times(k));
    assertThat(strict.verify(key, MESSAGE, signature)).isFalse();
  }

  @Test
  void encodingsThatAreNotCanonicalAreRefused() {
    byte[] key = KEY.encode();
    for (int over = 0; over < 19; over++) {
      for (int sign = 0; sign < 2; sign++) {
        byte[] encoding = EdwardsPoint.encode(EdwardsPoint.P.add(BigInteger.valueOf(over)), sign);
        assertThat(StrictEd25519.isValidKey(encoding)).isFalse();
        byte[] asR = signature(encoding, key, BigInteger.ZERO, SECRET);
        assertThat(strict.verify(key, MESSAGE, asR)).isFalse();
        byte[] r = EdwardsPoint.BASE.times(NONCE).encode();
        byte[] asKey = signature(r, encoding, NONCE, BigInteger.ZERO);
        assertThat(strict.verify(encoding, MESSAGE, asKey)).isFalse();
      }
    }
    for (BigInteger y : List.of(BigInteger.ONE, EdwardsPoint.P.subtract(BigInteger.ONE))) {
      byte[] negativeZero = EdwardsPoint.encode(y, 1);
      assertThat(StrictEd25519.isValidKey(negativeZero)).isFalse();
      byte[] signature = signature(negativeZero, key, BigInteger.ZERO, SECRET);
      assertThat(strict.verify(key, MESSAGE, signature)).isFalse();
    }
  }

  @Test
  void keysAndSignaturesOfOtherLengthsAreRefused() {
    byte[] key = KEY.encode();
    byte[] good = signature(EdwardsPoint.BASE.times(NONCE).encode(), key, NONCE, SECRET);
    for (int length = 0; length < 100; length++) {
      if (length != 64) {
        assertThat(strict.verify(key, MESSAGE, Arrays.copyOf(good, length))).isFalse();
      }
      if (length != 32) {
        assertThat(strict.verify(Arrays.copyOf(key, length), MESSAGE, good)).isFalse();
        assertThat(StrictEd25519.isValidKey(Arrays.copyOf(key, length))).isFalse();
      }
    }
  }
}
