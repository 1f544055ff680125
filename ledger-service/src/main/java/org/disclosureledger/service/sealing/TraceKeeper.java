package org.disclosureledger.service.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Keeps of entries whose commands are traced where later steps of them belong. */
@FunctionalInterface
public interface TraceKeeper {
  /** Nothing follows. */
  TraceKeeper NONE = (connection, entries) -> {};

  /** In the transaction that writes the entries, of which mostly none is traced. */
  void keep(Connection connection, List<TracedEntry> entries) throws SQLException;
}
