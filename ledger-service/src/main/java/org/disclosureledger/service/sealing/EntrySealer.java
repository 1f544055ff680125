package org.disclosureledger.service.sealing;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.keys.EntrySigner;
import org.jspecify.annotations.Nullable;

/** Turns an event into its entry: chain link, payload, signature (FORMAT §1, §2). Pure. */
final class EntrySealer {
  private EntrySealer() {}

  /**
   * @param head the stream's last entry, or {@code null} at its start
   * @param now the ledger's clock
   * @throws org.disclosureledger.format.FormatException when the event does not fit an entry
   */
  static SealedEntry seal(
      EventHeader header,
      Origin origin,
      EventBinding binding,
      EventJson.Encoded encoded,
      @Nullable StreamLink head,
      Instant now,
      EntrySigner signer) {
    EntryPayload payload =
        new EntryPayload(
            header.id(),
            origin,
            binding.type(),
            header.subject(),
            header.time(),
            notBefore(now, head),
            head == null ? 0 : head.sequence() + 1,
            head == null ? LeafHash.ZERO : head.leafHash(),
            header.actor(),
            header.role(),
            header.correlationId(),
            null,
            binding.dataSchema(),
            encoded.data());
    return sign(payload, encoded.disclosures(), signer);
  }

  /** The same event at another place or time; its salts, disclosures and terms stay. */
  static SealedEntry reseal(
      SealedEntry entry, @Nullable StreamLink head, Instant now, EntrySigner signer) {
    EntryPayload old = entry.payload();
    EntryPayload payload =
        new EntryPayload(
            old.id(),
            old.source(),
            old.type(),
            old.subject(),
            old.time(),
            notBefore(now, head),
            old.streamSequence(),
            head == null ? LeafHash.ZERO : head.leafHash(),
            old.actor(),
            old.actorRole(),
            old.correlationId(),
            old.causationId(),
            old.dataSchema(),
            old.data());
    return sign(payload, entry.disclosures(), signer)
        .withTerms(entry.terms())
        .erasing(entry.erases());
  }

  private static SealedEntry sign(
      EntryPayload payload, List<Disclosure> disclosures, EntrySigner signer) {
    byte[] signingInput = EntryCodec.signingInput(signer.keyId(), payload);
    byte[] bytes = EntryCodec.assemble(signingInput, signer.sign(signingInput));
    return new SealedEntry(
        bytes, LeafHash.ofEntry(bytes), payload, signer.keyId(), disclosures, List.of());
  }

  private static Instant notBefore(Instant now, @Nullable StreamLink head) {
    return head != null && head.recordedTime().isAfter(now) ? head.recordedTime() : now;
  }
}
