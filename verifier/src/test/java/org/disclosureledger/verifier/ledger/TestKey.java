package org.disclosureledger.verifier.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.disclosureledger.format.PublicJwk;
import org.disclosureledger.format.note.VerifierKey;

/** An Ed25519 key made from a name, the same in every run. */
@SuppressWarnings("ArrayRecordComponent") // compared by public key
public record TestKey(String name, byte[] secret, byte[] publicKey) {

  public static TestKey named(String name) {
    byte[] seed = name.getBytes(StandardCharsets.UTF_8);
    SHA256Digest digest = new SHA256Digest();
    digest.update(seed, 0, seed.length);
    byte[] secret = new byte[32];
    digest.doFinal(secret, 0);
    byte[] publicKey = new byte[32];
    Ed25519.generatePublicKey(secret, 0, publicKey, 0);
    return new TestKey(name, secret, publicKey);
  }

  public byte[] sign(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(secret, 0, publicKey, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  public PublicJwk jwk() {
    return new PublicJwk(publicKey);
  }

  /** As the key of a ledger's checkpoints. */
  public VerifierKey vkey(String origin) {
    return new VerifierKey(origin, VerifierKey.ED25519, publicKey);
  }

  /** As the key of a witness. */
  public VerifierKey witness() {
    return new VerifierKey(name, VerifierKey.COSIGNATURE_ED25519, publicKey);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TestKey key && Arrays.equals(publicKey, key.publicKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(publicKey);
  }
}
