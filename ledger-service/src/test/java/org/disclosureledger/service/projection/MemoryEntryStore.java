package org.disclosureledger.service.projection;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.StoredEvent;

/** Events in a list; a position is an index. */
public final class MemoryEntryStore implements EntryStore {
  private final List<StoredEvent> events = new CopyOnWriteArrayList<>();

  public MemoryEntryStore(List<StoredEvent> events) {
    this.events.addAll(events);
  }

  public void add(StoredEvent event) {
    events.add(event);
  }

  @Override
  public Optional<StoredEvent> entry(String ledger, long leafIndex) {
    return events.stream()
        .filter(e -> e.header().ledger().equals(ledger) && e.header().leafIndex() == leafIndex)
        .findFirst();
  }

  @Override
  public List<StoredEvent> stream(String ledger, StreamId subject) {
    return events.stream()
        .filter(e -> e.header().ledger().equals(ledger) && e.header().subject().equals(subject))
        .toList();
  }

  @Override
  public List<StoredEvent> after(long position, int limit) {
    List<StoredEvent> now = List.copyOf(events);
    int from = (int) Math.min(position + 1, now.size());
    return now.subList(from, Math.min(now.size(), from + limit));
  }

  @Override
  public long headPosition() {
    return events.size() - 1L;
  }
}
