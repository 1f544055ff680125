package org.disclosureledger.service.disclosure;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.KeyRing.Purpose;
import org.disclosureledger.service.keys.KeyRing.WrappingKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault's data keys. */
final class DataKeyRows implements WrappedRows {
  static final int BATCH = 500;
  private static final Logger log = LoggerFactory.getLogger(DataKeyRows.class);

  private final JdbcClient writer;
  private final TransactionTemplate transaction;
  private final KeyRing keys;

  DataKeyRows(JdbcClient writer, TransactionTemplate transaction, KeyRing keys) {
    this.writer = writer;
    this.transaction = transaction;
    this.keys = keys;
  }

  private record Row(UUID id, String kekId, byte[] wrapped) {}

  /** What one transaction did; it goes on after the last of these. */
  private record Batch(List<Row> rows, long broken) {}

  @Override
  public Purpose purpose() {
    return Purpose.DATA_KEYS;
  }

  @Override
  public String tables() {
    return "data_key";
  }

  @Override
  public String wrappedByK() {
    return "EXISTS (SELECT FROM data_key d WHERE d.kek_id = k.id)";
  }

  @Override
  public long wrapAnew(WrappingKey current, List<String> others) {
    long left = left(others);
    long done = 0;
    long broken = 0;
    UUID after = new UUID(0, 0);
    while (done + broken < left) {
      UUID from = after;
      Batch batch = transaction.execute(status -> batch(current, others, from));
      if (batch == null || batch.rows().isEmpty()) {
        break;
      }
      broken += batch.broken();
      done += batch.rows().size() - batch.broken();
      after = batch.rows().getLast().id();
      log.info("{} of {} data keys are wrapped by {}", done, left, current.id());
    }
    return broken;
  }

  private long left(List<String> others) {
    return writer
        .sql("SELECT count(*) FROM data_key WHERE kek_id = ANY (:others)")
        .param("others", others.toArray(new String[0]))
        .query(Long.class)
        .single();
  }

  private Batch batch(WrappingKey current, List<String> others, UUID after) {
    List<Row> rows =
        writer
            .sql(
                """
                SELECT id, kek_id, wrapped FROM data_key
                WHERE kek_id = ANY (:others) AND id > :after
                ORDER BY id LIMIT :batch FOR UPDATE SKIP LOCKED\
                """)
            .param("others", others.toArray(new String[0]))
            .param("after", after)
            .param("batch", BATCH)
            .query((row, n) ->
                new Row(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3)))
            .list();
    return new Batch(rows, rows.stream().filter(row -> !wrapped(current, row)).count());
  }

  private boolean wrapped(WrappingKey current, Row row) {
    byte[] anew;
    try {
      WrappingKey old =
          keys.wrappingKey(row.kekId())
              .orElseThrow(() -> new IllegalStateException("destroyed meanwhile: " + row.kekId()));
      anew = KeyWrap.wrap(current, KeyWrap.unwrap(old, row.id(), row.wrapped()));
    } catch (IllegalStateException e) {
      log.error("ALARM, what it encrypts cannot be opened: {}", e.getMessage());
      return false;
    }
    writer
        .sql("UPDATE data_key SET kek_id = :kek, wrapped = :wrapped WHERE id = :id")
        .param("kek", current.id())
        .param("wrapped", anew)
        .param("id", row.id())
        .update();
    return true;
  }
}
