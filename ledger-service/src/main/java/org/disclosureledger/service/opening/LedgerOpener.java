package org.disclosureledger.service.opening;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.merkle.LeafHasher;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.deadline.PolicyEvents;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.LedgerKeys;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.LedgerSealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a ledger, or finishes an opening that a crash interrupted: keys on disk first, then the
 * ledger's row and empty head, then entry 0 under the authority key, then the shipped policy.
 */
@Component
public class LedgerOpener {
  private static final StreamId LEDGER = new StreamId("ledger");
  private static final StreamId POLICY = new StreamId("policy");

  private final KeyRing keys;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final LedgerDirectory directory;
  private final EntryStore store;
  private final LedgerSealing sealing;
  private final SystemEvents events;

  LedgerOpener(
      KeyRing keys,
      JdbcClient database,
      TransactionTemplate transaction,
      LedgerDirectory directory,
      EntryStore store,
      LedgerSealing sealing,
      SystemEvents events) {
    this.keys = keys;
    this.database = database;
    this.transaction = transaction;
    this.directory = directory;
    this.store = store;
    this.sealing = sealing;
    this.events = events;
  }

  /**
   * Registers the ledger without writing an entry, so that a clock can be set for it first.
   *
   * @throws StartRefused when the ledger exists and its keys are not in the key ring
   */
  public LedgerDescription register(String name, Origin origin, boolean sample) {
    LedgerDescription known = directory.find(name).orElse(null);
    if (known != null) {
      requireKeys(known, origin);
      return known;
    }
    LedgerKeys ring = keys.find(origin).orElseGet(() -> keys.create(origin));
    UUID id = UUID.randomUUID();
    transaction.executeWithoutResult(status -> insert(id, name, origin, sample, ring));
    return directory.find(name).orElseThrow();
  }

  private void insert(UUID id, String name, Origin origin, boolean sample, LedgerKeys ring) {
    int rows =
        database
            .sql(
                """
                INSERT INTO ledger (id, name, origin, sample)
                VALUES (:id, :name, :origin, :sample) ON CONFLICT DO NOTHING\
                """)
            .param("id", id)
            .param("name", name)
            .param("origin", origin.value())
            .param("sample", sample)
            .update();
    if (rows == 0) {
      return; // another replica was first
    }
    database
        .sql(
            """
            INSERT INTO ledger_head (ledger_id, size, root, frontier, entry_key, checkpoint_key)
            VALUES (:id, 0, :root, '', :entry, :checkpoint)\
            """)
        .param("id", id)
        .param("root", LeafHasher.empty().toBytes())
        .param("entry", ring.entry().keyId().value())
        .param("checkpoint", ring.checkpoint().verifierKey().toVkey())
        .update();
  }

  private void requireKeys(LedgerDescription known, Origin origin) {
    if (!known.origin().equals(origin)) {
      throw new StartRefused(
          "ledger " + known.name() + " has the origin " + known.origin() + ", not " + origin);
    }
    if (keys.find(origin).isEmpty()) {
      throw new StartRefused("the key folder has no keys for the existing ledger " + known.name());
    }
  }

  /** Writes entry 0 and the shipped policy unless they are there. */
  public void open(LedgerDescription ledger, String code, String nameVi, String nameEn) {
    if (store.stream(ledger.name(), LEDGER).isEmpty()) {
      LedgerKeys ring = keys.find(ledger.origin()).orElseThrow();
      LedgerOpened opened =
          new LedgerOpened(
              ledger.origin().value(),
              new LedgerOpened.Enterprise(code, nameVi, nameEn),
              LedgerOpened.FORMAT_VERSION,
              ledger.sample(),
              LedgerOpened.Jwk.of(ring.authority().publicKey()),
              LedgerOpened.Jwk.of(ring.entry().publicKey()),
              List.of(ring.checkpoint().verifierKey().toVkey()));
      unlessRaced(() ->
          sealing.open(ledger, events.of(ledger, LEDGER, OpeningEvents.LEDGER_OPENED, opened)));
    }
    if (store.stream(ledger.name(), POLICY).isEmpty()) {
      unlessRaced(() ->
          sealing.append(
              ledger,
              List.of(events.of(ledger, POLICY, PolicyEvents.ADOPTED, StatutoryRows.read())),
              null,
              null));
    }
  }

  private static void unlessRaced(Runnable append) {
    try {
      append.run();
    } catch (AppendRefused refused) {
      if (refused.rule() != AppendRefused.Rule.STREAM_CONFLICT) {
        throw refused;
      }
      // Another replica opened the same ledger at the same moment.
    }
  }
}
