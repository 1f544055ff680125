package org.disclosureledger.service.projection;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.disclosureledger.format.Sha256;
import org.disclosureledger.service.envelope.EventHeader;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * One projection's schemas: the serving one, and {@code _next} and {@code _old} around a rebuild.
 * The one-row table {@code applied} says how far the rows have come, in the same transaction as
 * they. All methods run in the caller's transaction.
 */
final class ProjectionTables {
  private static final Pattern NAME = Pattern.compile("[a-z]{1,32}");
  private static final String APPLIED =
      """
      CREATE TABLE applied (
        only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        position   bigint NOT NULL,
        definition text NOT NULL
      )\
      """;

  private final DataSource source;
  private final JdbcClient db;
  private final Projector projector;
  private final String readerRole;
  private final String script;
  private final String definition;

  ProjectionTables(DataSource source, Projector projector, String readerRole) {
    if (!NAME.matcher(projector.name()).matches()) {
      throw new IllegalArgumentException("not a projection's name: " + projector.name());
    }
    this.source = source;
    this.db = JdbcClient.create(source);
    this.projector = projector;
    this.readerRole = readerRole;
    this.script = script(projector.name());
    this.definition =
        Sha256.hex(
            (projector.version() + "\n" + APPLIED + script).getBytes(StandardCharsets.UTF_8));
  }

  private static String script(String name) {
    String resource = "/projections/" + name + ".sql";
    try (InputStream in = ProjectionTables.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String serving() {
    return projector.name();
  }

  String next() {
    return next(projector.name());
  }

  String old() {
    return old(projector.name());
  }

  private static String next(String name) {
    return name + "_next";
  }

  private static String old(String name) {
    return name + "_old";
  }

  /** Drops whatever schemas there are of a projection that nothing fills any more. */
  static void dropAll(DataSource source, String name) {
    JdbcClient db = JdbcClient.create(source);
    for (String schema : List.of(name, next(name), old(name))) {
      drop(db, schema);
    }
  }

  /** Many may write rows at once, each its own; a swap waits for all and lets none in. */
  void lockShared() {
    db.sql("SELECT pg_advisory_xact_lock_shared(:key)")
        .param("key", lockKey("rows"))
        .query((row, n) -> "")
        .single();
  }

  void lockExclusive() {
    db.sql("SELECT pg_advisory_xact_lock(:key)")
        .param("key", lockKey("rows"))
        .query((row, n) -> "")
        .single();
  }

  /** Stable across processes and versions. */
  long lockKey(String purpose) {
    String name = "projection " + projector.name() + " " + purpose;
    return ByteBuffer.wrap(Sha256.of(name.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  /** Makes the schema anew, with nothing applied. */
  void create(String schema) {
    drop(schema);
    db.sql("CREATE SCHEMA " + schema).update();
    use(schema);
    db.sql(APPLIED).update();
    db.sql("INSERT INTO applied (position, definition) VALUES (-1, :definition)")
        .param("definition", definition)
        .update();
    db.sql(script).update();
    db.sql("GRANT USAGE ON SCHEMA " + schema + " TO " + readerRole).update();
    db.sql("GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO " + readerRole).update();
  }

  void drop(String schema) {
    drop(db, schema);
  }

  private static void drop(JdbcClient db, String schema) {
    db.sql("DROP SCHEMA IF EXISTS " + schema + " CASCADE").update();
  }

  /** Puts {@code next} in the place of the serving schema, which becomes {@code old}. */
  void swap() {
    if (exists(serving())) {
      db.sql("ALTER SCHEMA " + serving() + " RENAME TO " + old()).update();
    }
    db.sql("ALTER SCHEMA " + next() + " RENAME TO " + serving()).update();
  }

  /** Who reads them first shall not be served by a plan for empty tables. */
  void analyze(String schema) {
    db.sql("SELECT tablename FROM pg_tables WHERE schemaname = :schema")
        .param("schema", schema)
        .query(String.class)
        .list()
        .forEach(table -> db.sql("ANALYZE " + schema + "." + table).update());
  }

  boolean exists(String schema) {
    return db.sql("SELECT to_regclass(:table) IS NOT NULL")
        .param("table", schema + ".applied")
        .query(Boolean.class)
        .single();
  }

  /** Whether the serving rows were made by this version's tables and code. */
  boolean isCurrent() {
    use(serving());
    return db.sql("SELECT definition FROM applied").query(String.class).single().equals(definition);
  }

  long applied(String schema) {
    use(schema);
    return db.sql("SELECT position FROM applied").query(Long.class).single();
  }

  /**
   * Unqualified names mean this schema until the transaction ends; behind it the ledger's own
   * tables, which the same transaction reads.
   */
  void use(String schema) {
    db.sql("SELECT set_config('search_path', :schema, true)")
        .param("schema", schema + ", public")
        .query(String.class)
        .single();
  }

  /**
   * Moves {@code applied} to the position, so that the caller applies the event once.
   *
   * @return where it stood before, or empty when it was already there: then nothing is to do
   * @throws IllegalStateException when the rows are another version's, whose code alone may go on
   *     with them: that of a process that was started later, or is not replaced yet
   */
  Optional<Long> advance(long position) {
    Optional<Advanced> advanced =
        db.sql(
                """
                UPDATE applied SET position = :position
                FROM (SELECT position AS was FROM applied FOR UPDATE) before
                WHERE before.was < :position
                RETURNING before.was, definition\
                """)
            .param("position", position)
            .query((row, n) -> new Advanced(row.getLong(1), row.getString(2)))
            .optional();
    if (advanced.isPresent() && !advanced.get().definition().equals(definition)) {
      throw new IllegalStateException(
          "the rows of " + projector.name() + " are kept by another version of the service");
    }
    return advanced.map(Advanced::was);
  }

  private record Advanced(long was, String definition) {}

  void apply(EventHeader header, @Nullable Object payload) {
    apply(List.of(new Projector.Given(header, payload)));
  }

  void apply(List<Projector.Given> batch) {
    projector.apply(batch, db, this::copy);
  }

  private void copy(String table, List<String> columns, CopyText text) {
    String sql = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN";
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(sql, new StringReader(text.toString()));
    } catch (SQLException e) {
      throw new UncategorizedSQLException("copying rows", sql, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }
}
