package org.disclosureledger.service.sealing;

import java.util.List;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.jspecify.annotations.Nullable;

/**
 * One signed event, not yet in the tree.
 *
 * @param bytes the JWS, as it will be stored, hashed and published
 * @param disclosures of its committed members, in slot order
 * @param terms by what it is to be found again
 * @param erases the stream that the vault loses with it, or {@code null}
 */
record SealedEntry(
    byte[] bytes,
    LeafHash leafHash,
    EntryPayload payload,
    KeyId keyId,
    List<Disclosure> disclosures,
    List<LookupTerm> terms,
    @Nullable StreamId erases) {

  SealedEntry(
      byte[] bytes,
      LeafHash leafHash,
      EntryPayload payload,
      KeyId keyId,
      List<Disclosure> disclosures,
      List<LookupTerm> terms) {
    this(bytes, leafHash, payload, keyId, disclosures, terms, null);
  }

  SealedEntry withTerms(List<LookupTerm> found) {
    return new SealedEntry(bytes, leafHash, payload, keyId, disclosures, found, erases);
  }

  SealedEntry erasing(@Nullable StreamId stream) {
    return new SealedEntry(bytes, leafHash, payload, keyId, disclosures, terms, stream);
  }

  StreamLink link() {
    return new StreamLink(payload.streamSequence(), leafHash, payload.recordedTime());
  }
}
