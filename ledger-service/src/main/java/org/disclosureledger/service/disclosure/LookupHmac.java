package org.disclosureledger.service.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Keyed digests (HMAC-SHA-256) of what must be found again but not read: persons, idempotency keys,
 * commands. The purpose and every part are framed by their length, so that no two uses meet.
 */
public final class LookupHmac {
  private final SecretKey key;

  public LookupHmac(SecretKey key) {
    this.key = key;
  }

  /** 32 bytes. */
  public byte[] of(String purpose, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      frame(mac, purpose.getBytes(StandardCharsets.UTF_8));
      for (byte[] part : parts) {
        frame(mac, part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has HmacSHA256", e);
    }
  }

  private static void frame(Mac mac, byte[] part) {
    mac.update(
        new byte[] {
          (byte) (part.length >>> 24),
          (byte) (part.length >>> 16),
          (byte) (part.length >>> 8),
          (byte) part.length
        });
    mac.update(part);
  }
}
