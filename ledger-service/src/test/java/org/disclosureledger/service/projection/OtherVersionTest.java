package org.disclosureledger.service.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.facts.FactsProjector;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two versions of the service at one database, as long as a rolling update takes. */
class OtherVersionTest {
  /** The same tables, other code. */
  private static final class Earlier implements Projector {
    @Override
    public String name() {
      return FactsProjector.NAME;
    }

    @Override
    public int version() {
      return new FactsProjector().version() - 1;
    }

    @Override
    public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
      throw new AssertionError("rows of another version are written");
    }
  }

  @Test
  void whatIsNotReplacedYetLeavesTheRowsOfTheNextVersionAlone() {
    SyntheticHistory history = new SyntheticHistory(7, Instant.parse("2026-01-01T00:00:00Z"));
    history.run("demo", 40);
    List<StoredEvent> events = history.events();
    MemoryEntryStore store = new MemoryEntryStore(events);
    List<StoredEvent> first = events.subList(0, events.size() / 2);
    try (ProjectionDatabase database =
        new ProjectionDatabase(List.of(SyntheticHistory.ledger("demo")))) {
      FactsProjector current = new FactsProjector();
      database.number(events);
      database.fill(new MemoryEntryStore(first), current);
      long before = applied(database);
      List<StoredEvent> rest = events.subList(first.size(), events.size());
      assertThatThrownBy(() -> database.deliver(store, new Earlier(), rest))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another version");
      assertThat(applied(database)).isEqualTo(before);
      database.deliver(store, current, rest);
      assertThat(applied(database)).isEqualTo(events.getLast().header().position());
    }
  }

  private static long applied(ProjectionDatabase database) {
    return database.client().sql("SELECT position FROM facts.applied").query(Long.class).single();
  }
}
