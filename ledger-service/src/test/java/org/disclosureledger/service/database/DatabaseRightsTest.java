package org.disclosureledger.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What each of the three roles may do (ARCHITECTURE §3). */
class DatabaseRightsTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  private static LedgerDatabase database;
  private static JdbcClient owner;
  private static JdbcClient writer;
  private static JdbcClient reader;

  @BeforeAll
  static void fill() {
    database = LedgerDatabase.create();
    owner = JdbcClient.create(database.owner());
    writer = JdbcClient.create(database.writer());
    reader = JdbcClient.create(database.reader());
    for (UUID ledger : List.of(ONE, TWO)) {
      long position = ledger.getLeastSignificantBits();
      insert(
          "INSERT INTO ledger VALUES (:l, 'l" + position + "', 'o/" + position + "', false)",
          ledger);
      insert("INSERT INTO ledger_head VALUES (:l, 0, sha256(''), '', null, 'k', 'v')", ledger);
      insert(
          "INSERT INTO entry VALUES ("
              + position
              + ", :l, 0, 'note/a', 0, gen_random_uuid(), 't', now(), 'x', sha256('x'))",
          ledger);
      insert("INSERT INTO tile VALUES (:l, 0, 0, decode(repeat('00', 8192), 'hex'))", ledger);
      insert("INSERT INTO checkpoint VALUES (:l, 1, 'note')", ledger);
      insert("INSERT INTO disclosure VALUES (:l, 0, 0, :l, 'c')", ledger);
      insert("INSERT INTO data_key VALUES (:l, :l, 'note/a', 'kek', 'w')", ledger);
      insert("INSERT INTO idempotency VALUES (:l, 'c', sha256('k'), sha256('c'), 0, 1)", ledger);
      insert("INSERT INTO register_number VALUES (:l, 0, 2026, 1, 'note/a')", ledger);
      insert("INSERT INTO register_counter VALUES (:l, 2026, 1)", ledger);
      insert("INSERT INTO lookup VALUES (:l, 'TARGET', sha256('t'), 'note/a', 0, 1, 1)", ledger);
      insert("INSERT INTO actor VALUES (:l, sha256('p'), :l)", ledger);
    }
  }

  private static void insert(String sql, UUID ledger) {
    assertThat(writer.sql(sql).param("l", ledger).update()).isEqualTo(1);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  static Stream<Arguments> changesOfWhatIsRecorded() {
    return Stream.of("ledger", "entry", "tile", "checkpoint", "register_number")
        .flatMap(table ->
            Stream.of(
                    "UPDATE " + table + " SET " + column(table) + " = " + column(table),
                    "DELETE FROM " + table,
                    "TRUNCATE " + table + " CASCADE")
                .flatMap(sql ->
                    Stream.of(
                        Arguments.of("ledger_writer", sql), Arguments.of("ledger_owner", sql))));
  }

  private static String column(String table) {
    return table.equals("ledger") ? "name" : "ledger_id";
  }

  private static JdbcClient as(String role) {
    DataSource source = role.equals("ledger_owner") ? database.owner() : database.writer();
    return JdbcClient.create(source);
  }

  @ParameterizedTest
  @MethodSource("changesOfWhatIsRecorded")
  void whatIsRecordedStays(String role, String sql) {
    assertThatThrownBy(() -> as(role).sql(sql).update())
        .isInstanceOf(DataAccessException.class)
        .hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class)
        .rootCause()
        .satisfies(cause ->
            assertThat(((org.postgresql.util.PSQLException) cause).getSQLState())
                .isEqualTo("42501"));
  }

  /** The owner holds every right, so only the triggers stand in its way. */
  @Test
  void theOwnerIsRefusedByTheTriggers() {
    assertThatThrownBy(() -> owner.sql("DELETE FROM entry").update())
        .rootCause()
        .hasMessageContaining("the ledger is append-only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledger_head", "deployment_head", "register_counter"})
  void headsAreNeverRemoved(String table) {
    for (JdbcClient role : List.of(writer, owner)) {
      assertThatThrownBy(() -> role.sql("DELETE FROM " + table).update())
          .isInstanceOf(DataAccessException.class);
      assertThatThrownBy(() -> role.sql("TRUNCATE " + table).update())
          .isInstanceOf(DataAccessException.class);
    }
  }

  private static List<UUID> seenAsReaderOf(UUID ledger, String table) {
    return database.ledgerReader().in(ledger, db -> ledgersSeen(db, table));
  }

  private static UUID uuid(ResultSet row) throws SQLException {
    return row.getObject(1, UUID.class);
  }

  private static List<UUID> ledgersSeen(JdbcClient client, String table) {
    String column = table.equals("ledger") ? "id" : "ledger_id";
    return client
        .sql("SELECT DISTINCT " + column + " FROM " + table)
        .query((row, n) -> uuid(row))
        .list();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ledger",
        "ledger_head",
        "entry",
        "tile",
        "checkpoint",
        "disclosure",
        "data_key",
        "register_number",
        "lookup"
      })
  void theReaderSeesTheRowsOfItsLedgerAlone(String table) {
    assertThat(ledgersSeen(writer, table)).containsExactlyInAnyOrder(ONE, TWO);
    assertThat(ledgersSeen(reader, table)).isEmpty();
    assertThat(seenAsReaderOf(ONE, table)).containsExactly(ONE);
    assertThat(seenAsReaderOf(TWO, table)).containsExactly(TWO);
    assertThat(seenAsReaderOf(new UUID(0, 3), table)).isEmpty();
  }

  @Test
  void theSettingEndsWithItsTransaction() {
    LedgerReader pooled = database.ledgerReader();
    JdbcClient sameConnections = pooled.in(ONE, db -> db);
    assertThat(ledgersSeen(sameConnections, "entry")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"idempotency", "actor", "tokenentry", "deployment_head", "register_counter"})
  void theReaderDoesNotSeeWhatIsNotItsBusiness(String table) {
    assertThatThrownBy(() -> reader.sql("SELECT count(*) FROM " + table).query(Long.class).single())
        .isInstanceOf(DataAccessException.class);
  }

  static Stream<String> writes() {
    return Stream.of(
            "ledger",
            "ledger_head",
            "entry",
            "tile",
            "checkpoint",
            "disclosure",
            "data_key",
            "register_number",
            "register_counter",
            "lookup")
        .flatMap(table ->
            Stream.of(
                "INSERT INTO " + table + " SELECT * FROM " + table,
                "UPDATE " + table + " SET " + column(table) + " = " + column(table),
                "DELETE FROM " + table));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void theReaderWritesNothing(String sql) {
    DataSource source = database.reader();
    JdbcClient client = JdbcClient.create(source);
    TransactionTemplate writable = new TransactionTemplate(new JdbcTransactionManager(source));
    assertThatThrownBy(() ->
            writable.executeWithoutResult(status -> {
              client
                  .sql("SELECT set_config('ledger.id', :l, true)")
                  .param("l", ONE.toString())
                  .query(String.class)
                  .single();
              client.sql(sql).update();
            }))
        .rootCause()
        .hasMessageContaining("permission denied");
  }
}
