package org.disclosureledger.service.agencyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PredecessorQueryTest {
  private static final LedgerDescription NORTH = SyntheticHistory.ledger("north");

  @Test
  void agenciesAreFollowedBackThroughMergersAndRoundACircleOnce() {
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(NORTH))) {
      JdbcClient db = database.client();
      db.sql("CREATE SCHEMA agency").update();
      db.sql("CREATE TABLE agency.agency (ledger text, code text, successor text)").update();
      db.sql("CREATE TABLE agency.applied (position bigint)").update();
      db.sql("INSERT INTO agency.applied VALUES (42)").update();
      db.sql("GRANT USAGE ON SCHEMA agency TO ledger_reader").update();
      db.sql("GRANT SELECT ON agency.agency, agency.applied TO ledger_reader").update();
      db.sql(
              """
              INSERT INTO agency.agency VALUES ('north', 'MOI', 'HUYEN-1'),
                ('north', 'HUYEN-1', 'MOI'), ('north', 'HUYEN-2', 'MOI'),
                ('north', 'XA', 'HUYEN-2'), ('south', 'XA-NAM', 'MOI')\
              """)
          .update();
      PredecessorQuery query = new PredecessorQuery(database.reader());
      assertThat(query.of(NORTH, "MOI")).containsExactly("HUYEN-1", "HUYEN-2", "XA");
      assertThat(query.of(NORTH, "XA")).isEmpty();
      assertThat(query.applied(NORTH)).isEqualTo(42);
    }
  }
}
