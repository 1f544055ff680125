package org.disclosureledger.service.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.KeyRing.Purpose;
import org.disclosureledger.service.keys.KeyRing.WrappingKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Digests of identifiers, of idempotency keys and of commands. Each row is changed in its place: an
 * erasure that waits for it deletes it afterwards, and a question that names it under every key
 * finds it before and after.
 */
final class CoveredRows implements WrappedRows {
  static final int BATCH = 500;
  private static final Logger log = LoggerFactory.getLogger(CoveredRows.class);

  /** Names are not from outside. */
  private record Table(String name, List<String> key, List<String> digests) {
    String select(boolean first) {
      String columns = String.join(", ", key);
      String marks = key.stream().map(column -> "?").collect(Collectors.joining(", "));
      return "SELECT cover_key, "
          + String.join(", ", digests)
          + ", "
          + columns
          + (" FROM " + name + " WHERE (cover_key IS NULL OR cover_key = ANY (?))")
          + (first ? "" : " AND (" + columns + ") > (" + marks + ")")
          + (" ORDER BY " + columns + " LIMIT " + BATCH + " FOR UPDATE SKIP LOCKED");
    }

    /** Not where the same stands there already: it was stored twice, under two keys. */
    String update() {
      return "UPDATE "
          + name
          + " SET cover_key = ?, "
          + digests.stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
          + " WHERE "
          + isThis("")
          + " AND NOT EXISTS (SELECT FROM "
          + name
          + " same WHERE "
          + isThis("same.")
          + ")";
    }

    String delete() {
      return "DELETE FROM " + name + " WHERE " + isThis("");
    }

    private String isThis(String of) {
      return key.stream().map(column -> of + column + " = ?").collect(Collectors.joining(" AND "));
    }

    /** A row's key with the first digest, which is part of it, as it is to be. */
    List<Object> covered(List<Object> before, Object digest) {
      List<Object> after = new ArrayList<>(before);
      after.set(key.indexOf(digests.getFirst()), digest);
      return after;
    }
  }

  private static final List<Table> TABLES =
      List.of(
          new Table(
              "lookup",
              List.of("ledger_id", "kind", "hmac", "leaf_index", "item", "target"),
              List.of("hmac")),
          new Table(
              "idempotency",
              List.of("ledger_id", "client", "key_hmac"),
              List.of("key_hmac", "command_hmac")));

  private final JdbcClient writer;
  private final TransactionTemplate transaction;
  private final DigestCover cover;

  CoveredRows(JdbcClient writer, TransactionTemplate transaction, KeyRing keys) {
    this.writer = writer;
    this.transaction = transaction;
    this.cover = new DigestCover(keys);
  }

  private record Row(@Nullable String coverKey, List<byte[]> digests, List<Object> key) {}

  private record Batch(List<Row> rows, long broken) {}

  @Override
  public Purpose purpose() {
    return Purpose.DIGESTS;
  }

  @Override
  public String tables() {
    return "lookup, idempotency";
  }

  @Override
  public String wrappedByK() {
    return "(EXISTS (SELECT FROM lookup l WHERE l.cover_key = k.id)"
        + " OR EXISTS (SELECT FROM idempotency i WHERE i.cover_key = k.id))";
  }

  @Override
  public long wrapAnew(WrappingKey current, List<String> others) {
    requireNoneOfErased();
    long broken = 0;
    for (Table table : TABLES) {
      broken += wrapAnew(table, others);
    }
    return broken;
  }

  private long wrapAnew(Table table, List<String> others) {
    long left = left(table, others);
    long done = 0;
    long broken = 0;
    List<Object> after = List.of();
    while (done + broken < left) {
      List<Object> from = after;
      Batch batch = transaction.execute(status -> batch(table, others, from));
      if (batch == null || batch.rows().isEmpty()) {
        break;
      }
      broken += batch.broken();
      done += batch.rows().size() - batch.broken();
      after = batch.rows().getLast().key();
      log.info("{} of {} rows of {} are covered by the new key", done, left, table.name());
    }
    return broken;
  }

  private long left(Table table, List<String> others) {
    return writer
        .sql(
            "SELECT count(*) FROM "
                + table.name()
                + " WHERE cover_key IS NULL OR cover_key = ANY (?)")
        .param(others.toArray(new String[0]))
        .query(Long.class)
        .single();
  }

  private Batch batch(Table table, List<String> others, List<Object> after) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(others.toArray(new String[0]));
    parameters.addAll(after);
    List<Row> rows =
        writer
            .sql(table.select(after.isEmpty()))
            .params(parameters)
            .query((row, n) -> read(table, row))
            .list();
    DigestCover.Held held = cover.held();
    return new Batch(rows, rows.stream().filter(row -> !covered(table, held, row)).count());
  }

  private static Row read(Table table, ResultSet row) throws SQLException {
    List<byte[]> digests = new ArrayList<>();
    List<Object> key = new ArrayList<>();
    int column = 2;
    for (int i = 0; i < table.digests().size(); i++) {
      digests.add(row.getBytes(column++));
    }
    for (int i = 0; i < table.key().size(); i++) {
      key.add(row.getObject(column++));
    }
    return new Row(row.getString(1), digests, key);
  }

  private boolean covered(Table table, DigestCover.Held held, Row row) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(held.current());
    try {
      for (byte[] digest : row.digests()) {
        parameters.add(held.cover(held.uncover(row.coverKey(), digest)));
      }
    } catch (IllegalStateException e) {
      log.error("ALARM, a row of {} finds nothing: {}", table.name(), e.getMessage());
      return false;
    }
    parameters.addAll(row.key());
    parameters.addAll(table.covered(row.key(), parameters.get(1)));
    if (writer.sql(table.update()).params(parameters).update() == 0) {
      // A process that could not know the key of the other took it for new.
      log.error("ALARM, a row of {} was there twice; the other stays", table.name());
      writer.sql(table.delete()).params(row.key()).update();
    }
    return true;
  }

  /**
   * Its erasure deleted them; where that is not so, nothing is to be found by them all the same.
   */
  private void requireNoneOfErased() {
    int stray =
        writer
            .sql(
                """
                DELETE FROM lookup l USING erasure e
                WHERE e.ledger_id = l.ledger_id AND e.stream_id = l.stream_id\
                """)
            .update();
    if (stray > 0) {
      log.error("ALARM, {} look-ups of erased requests were there, and are deleted", stray);
    }
  }
}
