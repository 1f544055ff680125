package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody with all rights on the database changes an entry behind the service's back. */
@ExtendWith(SharedService.class)
class CorruptionIT {
  private final ServiceProcess service;
  private final ServiceClient legal;

  CorruptionIT(ServiceProcess service) {
    this.service = service;
    this.legal = service.client("legal");
  }

  @Test
  void aFlippedBitStopsItsStreamAndNoOther() throws IOException, SQLException {
    StormCommand.Answer struck = recorded();
    StormCommand.Answer sound = recorded();
    awaitRegister(struck.requestId());
    awaitRegister(sound.requestId());
    flipABit(struck.firstLeafIndex());
    try {
      long before = PublishedLedger.size(legal, "demo");
      Reply refused = verify(struck.requestId());
      assertThat(refused.status()).as("%s", refused).isBetween(500, 599);
      assertThat(refused.problem()).isNotEmpty();
      Reply events = legal.get(Requests.path("demo") + "/" + struck.requestId() + "/events");
      assertThat(events.status()).as("%s", events).isBetween(500, 599);
      assertThat(events.problem()).isNotEmpty();
      assertThat(PublishedLedger.size(legal, "demo")).isEqualTo(before);

      assertThat(verify(sound.requestId()).status()).isEqualTo(200);
      assertThat(recorded().entryCount()).isEqualTo(2);
      assertThat(service.output()).contains("LedgerCorrupted");
    } finally {
      flipABit(struck.firstLeafIndex());
    }
    // It was the bit and nothing else.
    assertThat(verify(struck.requestId()).status()).isEqualTo(200);
  }

  @Test
  void noRoleOfTheServiceMayChangeWhatIsRecorded() {
    for (String role : new String[] {"ledger_owner", "ledger_writer", "ledger_reader"}) {
      for (String change :
          new String[] {
            "UPDATE entry SET bytes = 'x' WHERE leaf_index = 0",
            "DELETE FROM entry WHERE leaf_index = 0",
            "TRUNCATE entry",
            "UPDATE checkpoint SET note = 'x'",
            "DELETE FROM tile",
            "UPDATE ledger SET sample = true",
            "DELETE FROM ledger_head",
            "DELETE FROM deployment_head"
          }) {
        assertThat(sqlStateOf(LedgerDatabase.of(service, role), change))
            .as("%s: %s", role, change)
            .isEqualTo("42501"); // insufficient_privilege
      }
    }
  }

  private static String sqlStateOf(LedgerDatabase database, String change) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false); // what should not pass is rolled back all the same
      statement.execute(change);
      return "done";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private StormCommand.Answer recorded() throws IOException {
    Reply reply = StormCommand.record("demo").send(legal);
    assertThat(reply.status()).as("%s", reply).isEqualTo(201);
    return StormCommand.Answer.of(reply);
  }

  private Reply verify(UUID request) throws IOException {
    return StormCommand.refuteAuthority("demo", request).send(legal);
  }

  /** So that no projection still has to read the entry that is about to be struck. */
  private void awaitRegister(UUID request) {
    Awaiting.until(
        "request " + request + " is in the register",
        () -> legal.get(Requests.path("demo") + "/" + request).status() == 200);
  }

  private void flipABit(long leaf) throws SQLException {
    try (Connection connection = LedgerDatabase.of(service).connect();
        Statement statement = connection.createStatement();
        PreparedStatement flip =
            connection.prepareStatement(
                """
                UPDATE entry SET bytes = set_bit(bytes, 8 * 200, 1 - get_bit(bytes, 8 * 200))
                WHERE leaf_index = ? AND ledger_id = (SELECT id FROM ledger WHERE name = 'demo')
                """)) {
      connection.setAutoCommit(false);
      statement.execute("ALTER TABLE entry DISABLE TRIGGER append_only");
      flip.setLong(1, leaf);
      assertThat(flip.executeUpdate()).isEqualTo(1);
      statement.execute("ALTER TABLE entry ENABLE TRIGGER append_only");
      connection.commit();
    }
  }
}
