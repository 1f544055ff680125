package org.disclosureledger.service.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.disclosureledger.format.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ledgers are never changed, removed or shrunk, so those once found are kept. */
class JdbcLedgerDirectory implements LedgerDirectory {
  // A ledger without its entry 0 is not open yet: nobody may write to it or trust its keys.
  private static final String SELECT =
      "SELECT l.id, l.name, l.origin, l.sample FROM ledger l"
          + " JOIN ledger_head h ON h.ledger_id = l.id WHERE h.size > 0 ";

  private final JdbcClient database;
  private final Map<String, LedgerDescription> known = new ConcurrentHashMap<>();

  JdbcLedgerDirectory(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Optional<LedgerDescription> find(String name) {
    LedgerDescription hit = known.get(name);
    if (hit != null) {
      return Optional.of(hit);
    }
    Optional<LedgerDescription> found =
        database
            .sql(SELECT + "AND l.name = :name")
            .param("name", name)
            .query(JdbcLedgerDirectory::read)
            .optional();
    found.ifPresent(ledger -> known.put(name, ledger));
    return found;
  }

  @Override
  public List<LedgerDescription> all() {
    return database.sql(SELECT + "ORDER BY l.name").query(JdbcLedgerDirectory::read).list();
  }

  private static LedgerDescription read(ResultSet row, int number) throws SQLException {
    return new LedgerDescription(
        row.getObject(1, UUID.class),
        row.getString(2),
        new Origin(row.getString(3)),
        row.getBoolean(4));
  }
}
