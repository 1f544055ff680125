package org.disclosureledger.service.disclosure;

import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.disclosureledger.service.keys.KeyRing.WrappingKey;

/** Data keys under key-encryption keys: AES-KWP (RFC 5649). */
final class KeyWrap {
  private static final String ALGORITHM = "AES/KWP/NoPadding";

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
}
