package org.disclosureledger.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every statement that ARCHITECTURE §3 forbids, tried as each of the three roles on every table of
 * the catalogue. Making, changing and dropping tables is what the owner is for: of it, only what
 * would change or remove recorded rows is tried.
 */
class ForbiddenStatementsTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private static final Set<String> CHANGED = Set.of("INSERT", "UPDATE");
  private static final Set<String> ERASED = Set.of("INSERT", "UPDATE", "DELETE");

  /** What the writer may do; a table that is not here it may but read. */
  private static final Map<String, Set<String>> WRITER =
      Map.ofEntries(
          Map.entry("ledger", Set.of("INSERT")),
          Map.entry("entry", Set.of("INSERT")),
          Map.entry("tile", Set.of("INSERT")),
          Map.entry("checkpoint", Set.of("INSERT")),
          Map.entry("register_number", Set.of("INSERT")),
          Map.entry("deployment_head", Set.of("UPDATE")),
          Map.entry("ledger_head", CHANGED),
          Map.entry("register_counter", CHANGED),
          Map.entry("disclosure", ERASED),
          Map.entry("data_key", ERASED),
          Map.entry("idempotency", ERASED),
          Map.entry("actor", ERASED),
          Map.entry("lookup", Set.of("INSERT", "DELETE")),
          Map.entry("key_encryption_key", CHANGED),
          Map.entry("erasure", CHANGED),
          Map.entry("alert", Set.of("INSERT")),
          Map.entry("publication", CHANGED),
          Map.entry("entry_trace", Set.of("INSERT", "DELETE")),
          Map.entry("tokenentry", ERASED),
          Map.entry("rate_bucket", ERASED),
          Map.entry("scheduled_tasks", ERASED));

  private static LedgerDatabase database;
  private static List<String> tables;

  /** Those that nobody may empty at once; the rest is about running the service. */
  private static Set<String> ofLedgers;

  record Attempt(String role, String sql) {}

  @BeforeAll
  static void open() {
    database = LedgerDatabase.create();
    tables =
        JdbcClient.create(database.superuser())
            .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
            .query((row, n) -> row.getString(1))
            .list();
    ofLedgers =
        Set.copyOf(
            JdbcClient.create(database.superuser())
                .sql(
                    """
                    SELECT relname FROM pg_class c
                    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                      AND (relname IN ('ledger', 'deployment_head', 'rate_bucket') OR EXISTS (
                        SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'ledger_id'))\
                    """)
                .query((row, n) -> row.getString(1))
                .list());
    JdbcClient writer = JdbcClient.create(database.writer());
    writer.sql("CREATE SCHEMA shown").update();
    writer.sql("CREATE TABLE shown.request (ledger text)").update();
    writer.sql("GRANT USAGE ON SCHEMA shown TO ledger_reader").update();
    writer.sql("GRANT SELECT ON shown.request TO ledger_reader").update();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  static Stream<Attempt> forbidden() {
    List<Attempt> attempts = new ArrayList<>();
    for (String table : tables) {
      for (String sql : all(table)) {
        String verb = sql.substring(0, sql.indexOf(' '));
        attempts.add(new Attempt("ledger_reader", sql));
        if (!WRITER.getOrDefault(table, Set.of()).contains(verb)) {
          attempts.add(new Attempt("ledger_writer", sql));
        }
        if (refusedToTheOwner(table, verb)) {
          attempts.add(new Attempt("ledger_owner", sql));
        }
      }
    }
    for (String sql : all("shown.request")) {
      attempts.add(new Attempt("ledger_reader", sql));
    }
    for (String role : List.of("ledger_reader", "ledger_writer")) {
      Stream.of(
              "CREATE TABLE public.more (x int)",
              "CREATE FUNCTION public.refuse_change() RETURNS int LANGUAGE sql AS 'SELECT 1'",
              "DROP FUNCTION refuse_change() CASCADE",
              "ALTER FUNCTION refuse_change() RENAME TO allow_change",
              "DROP SCHEMA public CASCADE",
              "SET session_replication_role = replica",
              "SET ROLE ledger_owner",
              "CREATE TEMP TABLE entry (x int)")
          .forEach(sql -> attempts.add(new Attempt(role, sql)));
    }
    Stream.of("CREATE SCHEMA mine", "DROP SCHEMA shown CASCADE", "SET ROLE ledger_writer")
        .forEach(sql -> attempts.add(new Attempt("ledger_reader", sql)));
    return attempts.stream();
  }

  private static List<String> all(String table) {
    List<String> statements =
        new ArrayList<>(
            List.of(
                "INSERT INTO " + table + " SELECT * FROM " + table + " WHERE false",
                "DELETE FROM " + table,
                "TRUNCATE " + table + " CASCADE",
                "ALTER TABLE " + table + " DISABLE TRIGGER ALL",
                "ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY",
                "ALTER TABLE " + table + " ADD COLUMN more int",
                "DROP TABLE " + table + " CASCADE"));
    statements.add("UPDATE " + table + " SET " + column(table) + " = " + column(table));
    return statements;
  }

  private static String column(String table) {
    String qualified = table.contains(".") ? table : "public." + table;
    return JdbcClient.create(database.superuser())
        .sql(
            "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = :t::regclass"
                + " AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum LIMIT 1")
        .param("t", qualified)
        .query(String.class)
        .single();
  }

  private static boolean refusedToTheOwner(String table, String verb) {
    Set<String> writers = WRITER.getOrDefault(table, Set.of());
    return switch (verb) {
      case "TRUNCATE" -> ofLedgers.contains(table);
      case "DELETE" -> writers.contains("INSERT") && !writers.contains("DELETE");
      case "UPDATE" -> writers.equals(Set.of("INSERT"));
      default -> false;
    };
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void theDatabaseRefusesIt(Attempt attempt) throws SQLException {
    String refusal = state(attempt);
    assertThat(refusal).as(attempt.toString()).isEqualTo(INSUFFICIENT_PRIVILEGE);
  }

  /** In a transaction that is rolled back, so that what gets through harms no other attempt. */
  private static String state(Attempt attempt) throws SQLException {
    try (Connection connection = source(attempt.role()).getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        statement.execute(attempt.sql());
        return "done";
      } catch (SQLException e) {
        return e.getSQLState();
      } finally {
        connection.rollback();
      }
    }
  }

  private static DataSource source(String role) {
    return switch (role) {
      case "ledger_owner" -> database.owner();
      case "ledger_writer" -> database.writer();
      default -> database.reader();
    };
  }

  /** What is not tried above is allowed: the lists say no more than what is so. */
  @Test
  void theWriterMayDoWhatItsListSays() throws SQLException {
    for (String table : tables) {
      for (String sql : all(table)) {
        String verb = sql.substring(0, sql.indexOf(' '));
        if (WRITER.getOrDefault(table, Set.of()).contains(verb)) {
          Attempt attempt = new Attempt("ledger_writer", sql);
          assertThat(state(attempt)).as(attempt.toString()).isEqualTo("done");
        }
      }
    }
  }
}
