package org.disclosureledger.format.note;

/** Verifies signatures; the cryptography is the caller's (FORMAT §3 says by which rule). */
@FunctionalInterface
public interface SignatureVerifier {
  /**
   * Whether {@code signature} is one of {@code message} under {@code publicKey}; false, never an
   * exception, for a malformed key or signature.
   *
   * @param algorithm {@link VerifierKey#ED25519}, {@link VerifierKey#COSIGNATURE_ED25519} (both
   *     plain Ed25519) or {@link VerifierKey#ML_DSA_44} (pure, empty context)
   * @param signature without time: 64 or 2,420 bytes
   */
  boolean verify(byte algorithm, byte[] publicKey, byte[] message, byte[] signature);
}
