package org.disclosureledger.format;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry as signed: a JWS in compact serialization (RFC 7515), FORMAT §1. Equal when the bytes
 * are.
 *
 * @param bytes the whole entry, ASCII, 1 to 65,535 bytes
 * @param keyId {@code kid} of the header
 * @param payload the decoded payload
 * @param signingInput {@code header.payload}, the bytes under the signature
 * @param signature 64 bytes, not verified by parsing
 * @param slots the commitments in {@code data}, in the order in which they stand
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record Entry(
    byte[] bytes,
    KeyId keyId,
    EntryPayload payload,
    byte[] signingInput,
    byte[] signature,
    List<CommitmentSlot> slots) {
  public Entry {
    bytes = bytes.clone();
    signingInput = signingInput.clone();
    signature = signature.clone();
    slots = List.copyOf(slots);
  }

  public LeafHash leafHash() {
    return LeafHash.ofEntry(bytes);
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public byte[] signingInput() {
    return signingInput.clone();
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Entry that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Entry[" + payload.subject() + " #" + payload.streamSequence() + "]";
  }
}
