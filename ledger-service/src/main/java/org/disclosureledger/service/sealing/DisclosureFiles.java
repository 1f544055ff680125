package org.disclosureledger.service.sealing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.CommitmentSlot;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.disclosure.Vault;

/**
 * The disclosures of one stream as files beside the bundles of entries (FORMAT §5): counted first,
 * then opened entry by entry, so that memory holds those of one. Whether the caller may, is the
 * caller's check.
 */
public class DisclosureFiles {
  private final LedgerReader reader;
  private final EntryStore store;
  private final Vault vault;

  DisclosureFiles(LedgerReader reader, EntryStore store, Vault vault) {
    this.reader = reader;
    this.store = store;
    this.vault = vault;
  }

  /**
   * An entry of which the vault holds disclosures.
   *
   * @param disclosures how many
   * @param bytes how many they are at most, without JSON
   */
  public record Held(long leafIndex, int disclosures, long bytes) {}

  /** In which stream the event of this id stands. */
  public Optional<StreamId> streamOf(LedgerDescription ledger, UUID event) {
    return reader
        .in(
            ledger.id(),
            db ->
                db.sql("SELECT stream_id FROM entry WHERE ledger_id = :l AND event_id = :event")
                    .param("l", ledger.id())
                    .param("event", event)
                    .query(String.class)
                    .optional())
        .map(StreamId::new);
  }

  /** The entries of this stream from one leaf to before another, ascending. */
  public List<Held> held(LedgerDescription ledger, StreamId stream, long from, long to) {
    return reader.in(
        ledger.id(),
        db ->
            db.sql(
                    """
                    SELECT e.leaf_index, count(*), sum(octet_length(d.ciphertext))
                    FROM entry e JOIN disclosure d
                      ON d.ledger_id = e.ledger_id AND d.leaf_index = e.leaf_index
                    WHERE e.ledger_id = :l AND e.stream_id = :stream
                      AND e.leaf_index >= :from AND e.leaf_index < :to
                    GROUP BY e.leaf_index ORDER BY e.leaf_index\
                    """)
                .param("l", ledger.id())
                .param("stream", stream.value())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Held(row.getLong(1), row.getInt(2), row.getLong(3)))
                .list());
  }

  /**
   * The disclosures of one entry, base64url, each of another of its slots; none once erased.
   *
   * @throws LedgerCorrupted as {@link EntryStore#entry} does
   */
  public List<String> open(LedgerDescription ledger, long leafIndex) {
    StoredEvent stored = store.entry(ledger.name(), leafIndex).orElseThrow();
    Set<String> unopened = new HashSet<>();
    for (CommitmentSlot slot : stored.entry().slots()) {
      unopened.add(slot.digest());
    }
    return vault.open(ledger.id(), stored.header().subject(), leafIndex).stream()
        .filter(disclosure -> unopened.remove(disclosure.digest()))
        .map(Disclosure::encoded)
        .toList();
  }
}
