package org.disclosureledger.service.disclosure;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the appender stores beside entries, in their transaction.
 *
 * @param dataKeyId key under which all of them are encrypted
 * @param newKey the stream's data key when this append brings it, wrapped
 * @param ciphertexts one list an entry, one element a slot, in order
 */
public record VaultedDisclosures(
    UUID dataKeyId, @Nullable WrappedKey newKey, List<List<byte[]>> ciphertexts) {

  /**
   * @param kekId which key-encryption key wraps it
   * @param wrapped RFC 5649 key wrap of 32 bytes
   */
  public record WrappedKey(String kekId, byte[] wrapped) {}
}
