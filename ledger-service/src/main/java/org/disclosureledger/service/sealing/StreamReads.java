package org.disclosureledger.service.sealing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.format.StreamId;

/**
 * The streams that one decision reads beside its own, and how far it saw each. Nothing is locked
 * while it decides: the appender refuses what was decided if one of them has moved since.
 */
public final class StreamReads {
  /** The last sequence of a stream without entries. */
  static final long NONE = -1;

  private final EntryStore store;
  private final String ledger;
  private final Map<StreamId, Long> heads = new HashMap<>();

  public StreamReads(EntryStore store, String ledger) {
    this.store = store;
    this.ledger = ledger;
  }

  /**
   * A stream from its first event, whose end the append has to find where it is now.
   *
   * @throws LedgerCorrupted as {@link EntryStore#stream} does
   */
  public List<StoredEvent> stream(StreamId subject) {
    List<StoredEvent> events = store.stream(ledger, subject);
    // Of two readings the first is what has to hold: if they differ, one of them is stale already.
    heads.putIfAbsent(subject, events.isEmpty() ? NONE : events.getLast().header().sequence());
    return events;
  }

  /**
   * The last event of a stream, or none, where its end has to be found as by {@link #stream}.
   *
   * @throws LedgerCorrupted as {@link EntryStore#stream} does
   */
  public List<StoredEvent> latest(StreamId subject) {
    List<StoredEvent> last = store.latest(ledger, subject, 1);
    heads.putIfAbsent(subject, last.isEmpty() ? NONE : last.getLast().header().sequence());
    return last;
  }

  /** Whether a stream has entries. Once it has, it always will: nothing is left to hold. */
  public boolean exists(StreamId subject) {
    return !store.stream(ledger, subject).isEmpty();
  }

  /** Last sequence by stream, {@value #NONE} of one without entries. */
  public Map<StreamId, Long> heads() {
    return Map.copyOf(heads);
  }
}
