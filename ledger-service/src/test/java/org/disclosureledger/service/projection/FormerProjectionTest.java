package org.disclosureledger.service.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An installation that was updated keeps no rows that nobody fills. */
class FormerProjectionTest {
  private static List<String> schemas(ProjectionDatabase database) {
    return database
        .client()
        .sql("SELECT nspname FROM pg_namespace WHERE nspname ~ '^(turnaround|register)' ORDER BY 1")
        .query((row, n) -> row.getString(1))
        .list();
  }

  @Test
  void theSchemasOfAProjectionThatIsNoMoreAreDroppedAndNoOthers() {
    try (ProjectionDatabase database =
        new ProjectionDatabase(List.of(SyntheticHistory.ledger("demo")))) {
      ProjectionRebuild rebuild = database.rebuild(new MemoryEntryStore(List.of()));
      rebuild.dropFormer();
      for (String schema : List.of("turnaround", "turnaround_next", "register", "turnarounds")) {
        database.client().sql("CREATE SCHEMA " + schema).update();
        database.client().sql("CREATE TABLE " + schema + ".covered (size bigint)").update();
      }
      rebuild.dropFormer();
      assertThat(schemas(database)).containsExactly("register", "turnarounds");
    }
  }
}
