package org.disclosureledger.service.sealing;

import java.util.List;
import java.util.Optional;
import org.disclosureledger.format.StreamId;

/**
 * Reads entries back. Every read recomputes leaf hashes, and a whole stream its links.
 *
 * <p>Reads of an entry or a stream throw {@link LedgerCorrupted} when what is stored is not what
 * was sealed.
 */
public interface EntryStore {
  Optional<StoredEvent> entry(String ledger, long leafIndex);

  /** A stream from its first event, in order; empty when there is none. */
  List<StoredEvent> stream(String ledger, StreamId subject);

  /**
   * The last entries of a stream, at most {@code count}, in order; a stream that nobody needs whole
   * is read no further back.
   */
  default List<StoredEvent> latest(String ledger, StreamId subject, int count) {
    List<StoredEvent> all = stream(ledger, subject);
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  /**
   * The entries of a stream that are of these types, in order; what lies between is not read, so
   * that their links are not recomputed.
   */
  default List<StoredEvent> ofTypes(String ledger, StreamId subject, List<String> types) {
    return stream(ledger, subject).stream()
        .filter(stored -> types.contains(stored.header().type()))
        .toList();
  }

  /**
   * Events of all ledgers with a greater position, ascending, at most {@code limit} and no more
   * after entries of 32 MiB; none only when there are none. What is not as it was sealed is left
   * out, with an alarm: it stops its own stream, not the consumers of all.
   */
  List<StoredEvent> after(long position, int limit);

  /** The last position taken, or -1. */
  long headPosition();
}
