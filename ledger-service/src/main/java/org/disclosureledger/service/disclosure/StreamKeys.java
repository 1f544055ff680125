package org.disclosureledger.service.disclosure;

import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.disclosureledger.format.StreamId;

/** The AES-256 data key of a stream; it never leaves this room. */
interface StreamKeys {
  /** Empty before the stream's first entry and after its erasure. */
  Optional<SecretKey> keyOf(UUID ledger, StreamId stream);
}
