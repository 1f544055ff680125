package org.disclosureledger.service.sealing;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.disclosureledger.service.database.LedgerDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ledgers of notes that stand in a real database, sealed and signed, for rooms that only read. */
public final class NotedLedgers implements AutoCloseable {
  private final SealingRig rig;
  private final CommitSignal signal;

  public NotedLedgers(Path keys) {
    rig = new SealingRig(keys);
    signal = new CommitSignal(rig.database.writer());
    signal.start();
  }

  public LedgerDescription open(String name) {
    return rig.open(name);
  }

  /** So many further notes in a stream, in one append. */
  public void append(LedgerDescription ledger, String stream, int count) {
    rig.append(ledger, SealingRig.stream(stream), count);
  }

  public long size(LedgerDescription ledger) {
    return rig.size(ledger);
  }

  /** The exact bytes of all entries, in leaf order. */
  public List<byte[]> entries(LedgerDescription ledger) {
    return writer()
        .sql("SELECT bytes FROM entry WHERE ledger_id = :ledger ORDER BY leaf_index")
        .param("ledger", ledger.id())
        .query((row, n) -> row.getBytes(1))
        .list();
  }

  public LedgerDirectory directory() {
    return rig.directory;
  }

  public CommitSignal signal() {
    return signal;
  }

  public LedgerDatabase database() {
    return rig.database;
  }

  public JdbcClient writer() {
    return JdbcClient.create(rig.database.writer());
  }

  /** Each connection is its caller's own. */
  public DataSource unpooled() {
    return rig.database.writer();
  }

  @Override
  public void close() {
    signal.close();
    rig.close();
  }
}
