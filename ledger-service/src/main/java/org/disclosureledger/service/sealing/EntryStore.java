package org.disclosureledger.service.sealing;

import java.util.List;
import java.util.Optional;
import org.disclosureledger.format.StreamId;

/** Committed entries, each checked against its leaf hash when read. */
public interface EntryStore {
  Optional<StoredEvent> entry(String ledger, long leafIndex);

  /** The whole stream, ascending by sequence; empty when there is none. */
  List<StoredEvent> stream(String ledger, StreamId subject);

  /**
   * Entries of all ledgers with a position greater than {@code position}, ascending and without
   * gaps, at most {@code limit}; pass {@code -1} to begin.
   */
  List<StoredEvent> after(long position, int limit);

  /** Position of the last committed entry of the deployment, or {@code -1} when there is none. */
  long headPosition();
}
