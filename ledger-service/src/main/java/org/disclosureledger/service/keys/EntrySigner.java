package org.disclosureledger.service.keys;

import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.PublicJwk;

/** An Ed25519 key (RFC 8032, pure) that signs entries: an entry key or the authority key. */
public final class EntrySigner {
  private final Ed25519PrivateKeyParameters key;
  private final PublicJwk jwk;

  EntrySigner(Ed25519PrivateKeyParameters key) {
    this.key = key;
    this.jwk = new PublicJwk(key.generatePublicKey().getEncoded());
  }

  static EntrySigner generate(SecureRandom random) {
    return new EntrySigner(new Ed25519PrivateKeyParameters(random));
  }

  public KeyId keyId() {
    return jwk.kid();
  }

  public PublicJwk publicKey() {
    return jwk;
  }

  /** The 64-byte signature over exactly these bytes. */
  public byte[] sign(byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  Ed25519PrivateKeyParameters privateKey() {
    return key;
  }
}
