package org.disclosureledger.service.opening;

import javax.sql.DataSource;
import org.disclosureledger.service.database.LedgerDatabase;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.HeadGuard;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerSealing;
import org.disclosureledger.service.sealing.LedgerTree;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The opener over a test's database, for tests of other rooms. */
public final class TestOpening {
  private TestOpening() {}

  public static EventCatalogue events() {
    return new OpeningEvents();
  }

  public static LedgerOpener opener(
      LedgerDatabase database,
      KeyRing keys,
      EntryStore store,
      LedgerSealing sealing,
      LedgerClock clock,
      LedgerTree tree,
      HeadGuard guard) {
    DataSource writer = database.writer();
    return new LedgerOpener(
        keys,
        JdbcClient.create(writer),
        new TransactionTemplate(new JdbcTransactionManager(writer)),
        store,
        sealing,
        new SystemEvents(clock, EventIds.secure()),
        new Succession(JdbcClient.create(writer), tree, keys, guard));
  }

  public static KeyRotation rotation(
      LedgerDatabase database,
      KeyRing keys,
      EntryStore store,
      LedgerSealing sealing,
      LedgerClock clock) {
    return new KeyRotation(
        keys,
        store,
        sealing,
        new SystemEvents(clock, EventIds.secure()),
        JdbcClient.create(database.writer()));
  }

  /** What a start does before it rotates or serves. */
  public static void finish(KeyRotation rotation, LedgerDescription ledger) {
    rotation.finish(ledger);
  }
}
