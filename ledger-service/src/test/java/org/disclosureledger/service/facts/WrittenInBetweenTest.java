package org.disclosureledger.service.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A batch may be written in pieces: that the rows are held apart is nobody's matter but memory's.
 */
class WrittenInBetweenTest {
  private static final Instant START = Instant.parse("2026-05-03T00:00:00Z");
  private static final List<String> TABLES =
      List.of("request_fact", "request_fold", "unreadable_stream", "covered");

  private static Map<String, List<String>> rows(
      SyntheticHistory history, List<LedgerDescription> ledgers, FactsProjector projector) {
    try (ProjectionDatabase database = new ProjectionDatabase(ledgers)) {
      database.fill(new MemoryEntryStore(history.events()), projector);
      Map<String, List<String>> rows = new LinkedHashMap<>();
      for (String table : TABLES) {
        JdbcClient client = database.client();
        rows.put(
            table,
            client
                .sql("SELECT CAST(t AS text) FROM facts.%s t ORDER BY 1".formatted(table))
                .query(String.class)
                .list());
      }
      return rows;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 10, 500})
  void inPiecesTheRowsAreThoseOfOneBatch(long mostHeld) {
    long seed = Long.getLong("facts.seed", new Random().nextLong());
    System.out.println("facts in pieces: seed " + seed);
    SyntheticHistory history = new SyntheticHistory(seed, START);
    List<LedgerDescription> ledgers =
        List.of(SyntheticHistory.ledger("one"), SyntheticHistory.ledger("two"));
    ledgers.forEach(ledger -> history.run(ledger.name(), 150));
    Map<String, List<String>> whole = rows(history, ledgers, new FactsProjector());
    assertThat(whole.get("request_fact")).as("seed %d", seed).hasSizeGreaterThan(50);
    Map<String, List<String>> pieces = rows(history, ledgers, new FactsProjector(mostHeld));
    for (String table : TABLES) {
      List<String> more = new ArrayList<>(pieces.get(table));
      List<String> fewer = new ArrayList<>(whole.get(table));
      more.removeAll(whole.get(table));
      fewer.removeAll(pieces.get(table));
      // A row says what people asked for, and one that differs is enough to look at.
      assertThat(more.stream().limit(1)).as("%s, seed %d", table, seed).isEmpty();
      assertThat(fewer.stream().limit(1)).as("%s, seed %d", table, seed).isEmpty();
    }
    assertThat(pieces.get("request_fact")).hasSameSizeAs(whole.get("request_fact"));
  }

  @Test
  void whatIsHeldIsTheElementsOfTheRowsNotWritten() {
    FactRow row = new FactRow(List.of(1L, List.of(1L, 2L), "x", List.of("A")));
    assertThat(row.elements()).isEqualTo(3);
  }
}
