package org.disclosureledger.service.opening;

import java.util.List;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.keys.EntrySigner;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.LedgerKeys;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerSealing;
import org.disclosureledger.service.sealing.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Replaces a ledger's entry key: the successor is on disk first, then the authority enrols it and
 * retires the old one in one append, then the key ring changes over. Safe to kill at any moment:
 * {@link #finish} completes at the next start what the ledger already says.
 */
@Component
public class KeyRotation {
  private static final StreamId KEYS = new StreamId("keys");

  private final KeyRing keys;
  private final EntryStore store;
  private final LedgerSealing sealing;
  private final SystemEvents events;
  private final JdbcClient database;

  KeyRotation(
      KeyRing keys,
      EntryStore store,
      LedgerSealing sealing,
      SystemEvents events,
      JdbcClient database) {
    this.keys = keys;
    this.store = store;
    this.sealing = sealing;
    this.events = events;
    this.database = database;
  }

  /**
   * Rotates and returns the id of the key now in force. What an earlier rotation left half done is
   * finished first, so that no key is ever enrolled twice.
   *
   * @throws StartRefused when the key ring does not hold the entry key in force, or no authority
   *     key
   */
  public KeyId rotate(LedgerDescription ledger) {
    finish(ledger);
    // Read before the ring: whoever rotates in between makes this append a stream conflict.
    List<StoredEvent> stream = store.stream(ledger.name(), KEYS);
    KeyId old = inForce(ledger);
    LedgerKeys ring = keys.find(ledger.origin()).orElseThrow();
    if (!ring.entry().keyId().equals(old)) {
      throw new StartRefused(
          "the key folder does not hold the entry key in force of ledger " + ledger.name());
    }
    ring.authority();
    EntrySigner next = keys.stageEntryKey(ledger.origin());
    sealing.rotate(
        ledger,
        List.of(
            events.of(
                ledger,
                KEYS,
                OpeningEvents.KEY_ENROLLED,
                new KeyEnrolled("entry", LedgerOpened.Jwk.of(next.publicKey()), null)),
            events.of(
                ledger,
                KEYS,
                OpeningEvents.KEY_RETIRED,
                new KeyRetired("entry", old.value(), null, "rotation", null))),
        stream.isEmpty() ? null : StreamLink.of(stream.getLast().entry()),
        next.keyId());
    keys.promoteEntryKey(ledger.origin(), next.keyId());
    return next.keyId();
  }

  /** Changes the key ring over if a crash came between the ledger's word and the ring's. */
  void finish(LedgerDescription ledger) {
    KeyId inForce = inForce(ledger);
    // A ledger that ended may have lost its keys.
    boolean behind =
        keys.find(ledger.origin())
            .filter(ring -> !ring.entry().keyId().equals(inForce))
            .isPresent();
    if (behind && keys.entryKey(ledger.origin(), inForce).isPresent()) {
      keys.promoteEntryKey(ledger.origin(), inForce);
    }
  }

  private KeyId inForce(LedgerDescription ledger) {
    return new KeyId(
        database
            .sql("SELECT entry_key FROM ledger_head WHERE ledger_id = :id")
            .param("id", ledger.id())
            .query(String.class)
            .single());
  }
}
