package org.disclosureledger.verifier.crypto;

import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.disclosureledger.format.note.SignatureVerifier;
import org.disclosureledger.format.note.VerifierKey;

/**
 * The algorithms that notes are signed with: Ed25519 (types 01 and 04) and ML-DSA-44 (type 06, FIPS
 * 204, pure, empty context).
 */
public final class NoteCrypto implements SignatureVerifier {
  private static final int ML_DSA_44_KEY_BYTES = 1_312;
  private static final int ML_DSA_44_SIGNATURE_BYTES = 2_420;

  private final StrictEd25519 ed25519;

  public NoteCrypto(StrictEd25519 ed25519) {
    this.ed25519 = ed25519;
  }

  @Override
  public boolean verify(byte algorithm, byte[] publicKey, byte[] message, byte[] signature) {
    return switch (algorithm) {
      case VerifierKey.ED25519, VerifierKey.COSIGNATURE_ED25519 ->
          ed25519.verify(publicKey, message, signature);
      case VerifierKey.ML_DSA_44 -> mlDsa44(publicKey, message, signature);
      default -> false;
    };
  }

  private static boolean mlDsa44(byte[] publicKey, byte[] message, byte[] signature) {
    if (publicKey.length != ML_DSA_44_KEY_BYTES || signature.length != ML_DSA_44_SIGNATURE_BYTES) {
      return false;
    }
    MLDSASigner signer = new MLDSASigner();
    signer.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, publicKey));
    signer.update(message, 0, message.length);
    return signer.verifySignature(signature);
  }
}
