package org.disclosureledger.service.disclosure;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.disclosureledger.format.StreamId;

/** A document cipher over given data keys, for tests of other rooms. */
public final class TestCipher {
  private TestCipher() {}

  public static SecretKey newKey() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new SecretKeySpec(bytes, "AES");
  }

  /** Whoever removes a key from the map erases its stream. */
  public static DocumentCipher over(Map<StreamId, SecretKey> keys) {
    return new DocumentCipher(
        (ledger, stream) -> Optional.ofNullable(keys.get(stream)), new SecureRandom());
  }
}
