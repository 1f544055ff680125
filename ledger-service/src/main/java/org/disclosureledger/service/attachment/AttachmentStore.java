package org.disclosureledger.service.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.StreamId;

/** Where ciphertexts lie: a folder, or an S3-compatible store. All streams, nothing buffers. */
interface AttachmentStore {

  /** An object and when it was stored, by the store's clock. */
  record Stored(ObjectName name, Instant storedAt) {}

  /** Takes one object at a time. */
  interface Visitor {
    void visit(Stored object) throws IOException;
  }

  /**
   * Stores the file under the name; durable when this returns. The file may be moved away.
   *
   * @param ciphertext on disk already (forced)
   */
  void put(ObjectName name, Path ciphertext) throws IOException;

  /** The object's bytes, unchecked; empty when there is none. */
  Optional<InputStream> get(ObjectName name) throws IOException;

  /** Nothing happens if there is none. */
  void delete(ObjectName name) throws IOException;

  /** Deletes every object of a stream, whatever its name. */
  void deleteAll(UUID ledger, StreamId stream) throws IOException;

  /** Every object, in no order; the visitor may delete the one it is shown. */
  void visitAll(Visitor visitor) throws IOException;
}
