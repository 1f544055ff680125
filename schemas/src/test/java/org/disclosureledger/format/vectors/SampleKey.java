package org.disclosureledger.format.vectors;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.disclosureledger.format.PublicJwk;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.Cosignature;
import org.disclosureledger.format.note.NoteSignature;
import org.disclosureledger.format.note.VerifierKey;

/**
 * A key pair that anyone can recompute: its seed is SHA-256 of "disclosure-ledger test key: " and a
 * label. For tests and vectors only; a ledger under such a key proves nothing.
 */
public final class SampleKey {
  private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] ML_DSA_44_SPKI =
      HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

  private final String algorithm;
  private final KeyPair pair;

  private SampleKey(String algorithm, String label) {
    this.algorithm = algorithm;
    try {
      byte[] seed =
          MessageDigest.getInstance("SHA-256")
              .digest(("disclosure-ledger test key: " + label).getBytes(StandardCharsets.UTF_8));
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("Ed25519")) {
        generator.initialize(255, new FixedBytes(seed));
      } else {
        generator.initialize(new NamedParameterSpec(algorithm), new FixedBytes(seed));
      }
      this.pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static SampleKey ed25519(String label) {
    return new SampleKey("Ed25519", label);
  }

  public static SampleKey mlDsa44(String label) {
    return new SampleKey("ML-DSA-44", label);
  }

  /** Raw: 32 or 1,312 bytes. */
  public byte[] publicKey() {
    byte[] spki = pair.getPublic().getEncoded();
    int length = algorithm.equals("Ed25519") ? 32 : 1312;
    return Arrays.copyOfRange(spki, spki.length - length, spki.length);
  }

  public PublicJwk jwk() {
    return new PublicJwk(publicKey());
  }

  public VerifierKey vkey(String name, byte type) {
    return new VerifierKey(name, type, publicKey());
  }

  /** Deterministic for both algorithms. */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(pair.getPrivate(), new FixedBytes(new byte[32]));
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A signature line over a checkpoint. */
  public NoteSignature sign(String name, byte type, long time, Checkpoint checkpoint) {
    VerifierKey key = vkey(name, type);
    byte[] message = Cosignature.message(key, time, checkpoint, checkpoint.text());
    return Cosignature.line(key, time, sign(message));
  }

  /** The JDK's verification; enough for these keys, not the rule of FORMAT §3. */
  public static boolean verify(byte type, byte[] key, byte[] message, byte[] signature) {
    boolean mlDsa = type == VerifierKey.ML_DSA_44;
    byte[] prefix = mlDsa ? ML_DSA_44_SPKI : ED25519_SPKI;
    byte[] spki = Arrays.copyOf(prefix, prefix.length + key.length);
    System.arraycopy(key, 0, spki, prefix.length, key.length);
    String algorithm = mlDsa ? "ML-DSA-44" : "Ed25519";
    try {
      PublicKey publicKey =
          KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(spki));
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(publicKey);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Gives the same bytes again and again. */
  private static final class FixedBytes extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final byte[] fixed;

    FixedBytes(byte[] fixed) {
      this.fixed = fixed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = fixed[i % fixed.length];
      }
    }
  }
}
