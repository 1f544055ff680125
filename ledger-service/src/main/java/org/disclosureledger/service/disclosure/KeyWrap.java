package org.disclosureledger.service.disclosure;

import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.disclosureledger.service.keys.KeyRing.WrappingKey;

/** Under key-encryption keys: data keys by AES-KWP (RFC 5649), digests by AES-KW (RFC 3394). */
final class KeyWrap {
  private static final String ALGORITHM = "AES/KWP/NoPadding";
  private static final String OF_DIGESTS = "AES/KW/NoPadding";

  private KeyWrap() {}

  static byte[] wrap(WrappingKey wrapping, SecretKey key) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(Cipher.WRAP_MODE, wrapping.key());
      return cipher.wrap(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has AES-KWP", e);
    }
  }

  /**
   * @param id of the data key
   * @throws IllegalStateException when it was wrapped by another key, or altered since
   */
  static SecretKey unwrap(WrappingKey wrapping, UUID id, byte[] wrapped) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(Cipher.UNWRAP_MODE, wrapping.key());
      return (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "data key " + id + " does not unwrap under " + wrapping.id(), e);
    }
  }

  /** For any number of digests, one after the other: made anew it costs ten times the wrapping. */
  static Cipher ofDigests(WrappingKey wrapping) {
    try {
      Cipher cipher = Cipher.getInstance(OF_DIGESTS);
      cipher.init(Cipher.ENCRYPT_MODE, wrapping.key());
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has AES-KW", e);
    }
  }

  /** 8 bytes longer than the digest. */
  static byte[] wrap(Cipher ofDigests, byte[] digest) {
    try {
      return ofDigests.doFinal(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has AES-KW", e);
    }
  }

  /**
   * @throws IllegalStateException when it was wrapped by another key, or altered since
   */
  static byte[] unwrap(WrappingKey wrapping, byte[] wrapped) {
    try {
      Cipher cipher = Cipher.getInstance(OF_DIGESTS);
      cipher.init(Cipher.DECRYPT_MODE, wrapping.key());
      return cipher.doFinal(wrapped);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a digest does not unwrap under " + wrapping.id(), e);
    }
  }
}
