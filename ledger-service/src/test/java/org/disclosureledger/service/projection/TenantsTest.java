package org.disclosureledger.service.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.disclosureledger.service.database.LedgerDatabase;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.envelope.EventHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the database shows of another enterprise when the service forgets to check: nothing. The
 * tables are found in the catalogue, so that a new one cannot be forgotten, and rows of two ledgers
 * are put into each of them.
 */
class TenantsTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  /** Of no ledger; of them the reader may read {@code applied} alone: how far rows have come. */
  private static final Set<String> OF_NO_LEDGER =
      Set.of(
          "public.deployment_head",
          "public.key_encryption_key",
          // Of persons and addresses, as HMACs.
          "public.rate_bucket",
          "public.tokenentry",
          "public.scheduled_tasks",
          "public.flyway_schema_history");

  private static LedgerDatabase database;
  private static JdbcClient superuser;
  private static LedgerReader inside;
  private static List<Table> tables;

  /**
   * A table.
   *
   * @param column that names its rows' ledger, or {@code null} where none does
   */
  record Table(String name, @Nullable String column, boolean uuid, boolean readable) {
    Object key(UUID ledger) {
      return uuid ? ledger : ledgerName(ledger);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void fill() throws IOException {
    database = LedgerDatabase.create();
    superuser = JdbcClient.create(database.superuser());
    inside = database.ledgerReader();
    makeProjections();
    tables = found();
    for (UUID ledger : List.of(ONE, TWO)) {
      superuser
          .sql("INSERT INTO ledger (id, name, origin, sample) VALUES (:id, :name, :name, false)")
          .param("id", ledger)
          .param("name", ledgerName(ledger))
          .update();
    }
    tables.stream()
        .filter(table -> table.column() != null && !table.name().equals("public.ledger"))
        .forEach(TenantsTest::fill);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static String ledgerName(UUID ledger) {
    return "l" + ledger.getLeastSignificantBits();
  }

  /** As a first start makes them, all that ship. */
  private static void makeProjections() throws IOException {
    DataSource source = database.writer();
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    for (String name : projections()) {
      ProjectionTables made = new ProjectionTables(source, new Empty(name), "ledger_reader");
      transaction.executeWithoutResult(status -> made.create(made.serving()));
    }
  }

  static List<String> projections() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/projections"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .map(file -> file.substring(0, file.length() - ".sql".length()))
          .sorted()
          .toList();
    }
  }

  private record Empty(String name) implements Projector {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
      throw new UnsupportedOperationException("nothing is projected");
    }
  }

  private static List<Table> found() {
    return superuser
        .sql(
            """
            SELECT format('%I.%I', n.nspname, c.relname) AS name, a.attname AS key,
                   a.atttypid = 'uuid'::regtype AS is_uuid,
                   has_schema_privilege('ledger_reader', n.oid, 'USAGE')
                     AND has_table_privilege('ledger_reader', c.oid, 'SELECT') AS readable
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
              AND (a.attname IN ('ledger', 'ledger_id') OR (c.relname = 'ledger' AND a.attname = 'id'))
            WHERE c.relkind IN ('r', 'p')
              AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND n.nspname NOT LIKE 'pg_toast%' AND n.nspname NOT LIKE 'pg_temp%'
            ORDER BY 1\
            """)
        .query((row, n) ->
            new Table(
                row.getString("name"),
                row.getString("key"),
                row.getBoolean("is_uuid"),
                row.getBoolean("readable")))
        .list();
  }

  /** A row for each ledger that says nothing else, whatever the table asks of its rows. */
  private static void fill(Table table) {
    List<String> loosened = new ArrayList<>();
    superuser
        .sql("SELECT conname FROM pg_constraint WHERE conrelid = :t::regclass AND contype <> 'n'")
        .param("t", table.name())
        .query((row, n) -> row.getString(1))
        .list()
        .forEach(name -> loosened.add("DROP CONSTRAINT IF EXISTS \"" + name + "\" CASCADE"));
    if (!loosened.isEmpty()) {
      superuser.sql("ALTER TABLE " + table.name() + " " + String.join(", ", loosened)).update();
    }
    superuser
        .sql(
            "SELECT attname FROM pg_attribute WHERE attrelid = :t::regclass AND attnum > 0"
                + " AND attnotnull AND NOT attisdropped")
        .param("t", table.name())
        .query((row, n) -> row.getString(1))
        .list()
        .forEach(column ->
            superuser
                .sql("ALTER TABLE " + table.name() + " ALTER \"" + column + "\" DROP NOT NULL")
                .update());
    for (UUID ledger : List.of(ONE, TWO)) {
      superuser
          .sql("INSERT INTO " + table.name() + " (" + table.column() + ") VALUES (:key)")
          .param("key", table.key(ledger))
          .update();
    }
  }

  static Stream<Table> ofLedgers() {
    return tables.stream().filter(table -> table.column() != null);
  }

  static Stream<Table> ofNone() {
    return tables.stream().filter(table -> table.column() == null);
  }

  private static List<Object> seen(JdbcClient client, Table table) {
    return client
        .sql("SELECT " + table.column() + " FROM " + table.name())
        .query((row, n) -> row.getObject(1))
        .list();
  }

  @Test
  void theTablesAreThere() {
    assertThat(tables)
        .extracting(Table::name)
        .contains("public.entry", "public.disclosure", "register.request", "facts.covered")
        .hasSizeGreaterThan(35);
  }

  @ParameterizedTest
  @MethodSource("ofLedgers")
  void aQueryThatForgetsTheLedgerSeesNoForeignRow(Table table) {
    assertThat(seen(superuser, table)).containsExactlyInAnyOrder(table.key(ONE), table.key(TWO));
    JdbcClient outside = JdbcClient.create(database.reader());
    if (!table.readable()) {
      assertThatThrownBy(() -> seen(outside, table)).isInstanceOf(DataAccessException.class);
      return;
    }
    assertThat(seen(outside, table)).isEmpty();
    for (UUID ledger : List.of(ONE, TWO)) {
      assertThat(inside.<List<Object>>in(ledger, db -> seen(db, table)))
          .isSubsetOf(table.key(ledger));
    }
    assertThat(inside.<List<Object>>in(new UUID(0, 3), db -> seen(db, table))).isEmpty();
  }

  /** Otherwise the test above would be content with a reader that sees nothing. */
  @Test
  void theReaderSeesItsOwnRowsWhereverItsQueriesRead() {
    Set<String> hidden =
        Set.of("register.proposed_correction", "reconciliation.proposed_correction");
    ofLedgers()
        .filter(Table::readable)
        .filter(table -> !hidden.contains(table.name()))
        .forEach(table ->
            assertThat(inside.<List<Object>>in(TWO, db -> seen(db, table)))
                .as(table.name())
                .containsExactly(table.key(TWO)));
  }

  @ParameterizedTest
  @MethodSource("ofNone")
  void aTableOfNoLedgerIsKnownAndNotTheReaders(Table table) {
    boolean position = table.name().endsWith(".applied");
    assertThat(position || OF_NO_LEDGER.contains(table.name()))
        .as("%s names no ledger: give it one, or say here why it needs none", table)
        .isTrue();
    assertThat(table.readable()).as(table.name()).isEqualTo(position);
  }

  /** Each would read with its owner's rights. */
  @Test
  void nothingReadsAroundTheRows() {
    List<Map<String, @Nullable Object>> around =
        superuser
            .sql(
                """
                SELECT n.nspname, c.relname AS name FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('v', 'm', 'f')
                  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                UNION ALL
                SELECT n.nspname, p.proname FROM pg_proc p
                  JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema')\
                """)
            .query()
            .listOfRows();
    assertThat(around).isEmpty();
  }

  @Test
  void rowLevelSecurityIsForcedOnTheLedgersOwnTablesAndNobodyPassesIt() {
    List<String> unforced =
        superuser
            .sql(
                """
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'public' AND c.relkind = 'r'
                  AND has_table_privilege('ledger_reader', c.oid, 'SELECT')
                  AND NOT (c.relrowsecurity AND c.relforcerowsecurity)\
                """)
            .query((row, n) -> row.getString(1))
            .list();
    assertThat(unforced).isEmpty();
    assertThat(
            superuser
                .sql(
                    """
                    SELECT rolname FROM pg_roles WHERE rolname LIKE 'ledger_%'
                      AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication)\
                    """)
                .query((row, n) -> row.getString(1))
                .list())
        .isEmpty();
  }
}
