package org.disclosureledger.service.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.NotedLedgers;
import org.disclosureledger.service.sealing.TracedEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedTracesTest {
  private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  /** What is wrong with traces is no reason to refuse what people record. */
  @Test
  void aTraceThatCannotBeKeptBreaksNoTransaction(@TempDir Path folder) throws Exception {
    try (NotedLedgers ledgers = new NotedLedgers(folder);
        Connection connection = ledgers.unpooled().getConnection()) {
      LedgerDescription ledger = ledgers.open("traced");
      connection.setAutoCommit(false);
      PublishedTraces traces = new PublishedTraces();
      traces.keep(connection, List.of(new TracedEntry(ledger.id(), 0, PARENT)));
      traces.keep(connection, List.of(new TracedEntry(ledger.id(), 1, "no trace")));
      traces.keep(connection, List.of());
      connection.commit();
      try (ResultSet kept =
          connection.createStatement().executeQuery("SELECT parent FROM entry_trace")) {
        assertThat(kept.next()).isTrue();
        assertThat(kept.getString(1)).isEqualTo(PARENT);
        assertThat(kept.next()).isFalse();
      }
    }
  }
}
