package org.disclosureledger.service.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.LedgerDatabase;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Key-encryption keys over months, by a clock of the test's own. */
class KeyEncryptionKeysTest {
  private static final UUID LEDGER = new UUID(7, 7);
  private static final Instant START = Instant.parse("2026-01-31T00:00:00Z");
  private static final Duration BACKUPS = Duration.ofDays(35);
  private static final Disclosure SECRET =
      new Disclosure(new byte[16], "\"0900000001\"".getBytes(StandardCharsets.UTF_8));

  @TempDir Path folder;
  private LedgerDatabase database;
  private JdbcClient writer;
  private KeyRing keys;
  private Instant now = START;

  @BeforeEach
  void open() {
    database = LedgerDatabase.create();
    writer = JdbcClient.create(database.writer());
    keys = TestKeys.open(folder.resolve("keys"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private KeyEncryptionKeys replica() {
    return replica(keys);
  }

  private KeyEncryptionKeys replica(KeyRing ring) {
    DataSource source = database.writer();
    return new KeyEncryptionKeys(
        JdbcClient.create(source),
        new TransactionTemplate(new JdbcTransactionManager(source)),
        ring,
        new KeyRetention(Period.ofMonths(1), BACKUPS),
        () -> now);
  }

  private static StreamId stream(int number) {
    return new StreamId("request/" + new UUID(1, number));
  }

  private void seal(int first, int count) {
    Vault vault = TestVault.over(database, keys);
    for (int i = first; i < first + count; i++) {
      VaultedDisclosures sealed = vault.seal(LEDGER, stream(i), true, List.of(List.of(SECRET)));
      VaultedDisclosures.WrappedKey wrapped = Objects.requireNonNull(sealed.newKey());
      writer
          .sql("INSERT INTO data_key VALUES (?, ?, ?, ?, ?)")
          .params(sealed.dataKeyId(), LEDGER, stream(i).value(), wrapped.kekId(), wrapped.wrapped())
          .update();
      writer
          .sql("INSERT INTO disclosure VALUES (?, ?, 0, ?, ?)")
          .params(LEDGER, i, sealed.dataKeyId(), sealed.ciphertexts().getFirst().getFirst())
          .update();
    }
  }

  private void requireOpen(int count) {
    Vault vault = TestVault.over(database, TestKeys.open(folder.resolve("keys")));
    for (int i = 0; i < count; i++) {
      assertThat(vault.open(LEDGER, stream(i), i)).containsExactly(SECRET);
    }
  }

  private List<String> wrappedBy() {
    return writer
        .sql("SELECT DISTINCT kek_id FROM data_key")
        .query((row, n) -> row.getString(1))
        .list();
  }

  @Test
  void aKeyIsReplacedAfterAMonthAndNoSooner() {
    seal(0, 3);
    String first = keys.wrappingKey().id();
    replica().maintain();
    now = Instant.parse("2026-02-27T23:59:59Z");
    replica().maintain();
    assertThat(keys.wrappingKey().id()).isEqualTo(first);

    now = Instant.parse("2026-02-28T00:00:00Z");
    replica().maintain();

    String second = keys.wrappingKey().id();
    assertThat(second).isNotEqualTo(first);
    assertThat(wrappedBy()).containsExactly(second);
    requireOpen(3);
    replica().maintain();
    assertThat(keys.wrappingKey().id()).isEqualTo(second);
  }

  @Test
  void anOldKeyIsDestroyedWhenNoBackupCanHoldWhatItOpensAndNoSooner() {
    seal(0, 1);
    String first = keys.wrappingKey().id();
    replica().rotate();

    now = START.plus(BACKUPS).minusMillis(1);
    replica().maintain();
    assertThat(keys.wrappingKey(first)).isPresent();

    now = START.plus(BACKUPS);
    replica().maintain();
    assertThat(keys.wrappingKey(first)).isEmpty();
    assertThat(TestKeys.open(folder.resolve("keys")).wrappingKey(first)).isEmpty();
    assertThat(
            writer
                .sql("SELECT destroyed_at = ? FROM key_encryption_key WHERE id = ?")
                .params(now.atOffset(ZoneOffset.UTC), first)
                .query(Boolean.class)
                .single())
        .isTrue();
    requireOpen(1);
  }

  @Test
  void whatIsWrappedByAnOldKeyAgainBeginsItsTimeAnew() {
    seal(0, 1);
    byte[] old = writer.sql("SELECT wrapped FROM data_key").query(byte[].class).single();
    String first = keys.wrappingKey().id();
    replica().rotate();

    now = START.plus(BACKUPS).minusMillis(1);
    writer.sql("UPDATE data_key SET kek_id = ?, wrapped = ?").params(first, old).update();
    replica().maintain(); // wraps it by the new one
    now = now.plus(BACKUPS).minusMillis(1);
    replica().maintain();
    assertThat(keys.wrappingKey(first)).isPresent();
    requireOpen(1);
  }

  private Optional<Instant> destroyedAt(String id) {
    return writer
        .sql(
            "SELECT destroyed_at FROM key_encryption_key WHERE id = ? AND destroyed_at IS NOT NULL")
        .param(id)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Neither the rest of its rotation nor any later one; and the key that might open it is kept. */
  @Test
  void aDataKeyThatDoesNotUnwrapStopsNothingAndKeepsTheKeyItLiesUnder() {
    seal(0, 3);
    String first = keys.wrappingKey().id();
    UUID broken =
        writer
            .sql("UPDATE data_key SET wrapped = '\\x00' WHERE stream_id = ? RETURNING id")
            .param(stream(1).value())
            .query((row, n) -> row.getObject(1, UUID.class))
            .single();

    replica().maintain();
    for (int month = 0; month < 4; month++) {
      now = now.plus(Duration.ofDays(40));
      String before = keys.wrappingKey().id();
      assertThat(replica().maintain()).as("rows that do not open").isEqualTo(1);
      assertThat(keys.wrappingKey().id()).as("month %d", month).isNotEqualTo(before);
      assertThat(
              writer
                  .sql("SELECT kek_id FROM data_key WHERE id <> ?")
                  .param(broken)
                  .query((row, n) -> row.getString(1))
                  .list())
          .hasSize(2)
          .containsOnly(keys.wrappingKey().id());
    }

    assertThat(keys.wrappingKey(first)).isPresent();
    assertThat(destroyedAt(first)).isEmpty();
    assertThat(keys.wrappingKeys()).as("those between are destroyed").hasSize(3);
    // Once that row is gone its key is destroyed in its time, like any other.
    writer.sql("DELETE FROM data_key WHERE id = ?").param(broken).update();
    replica().maintain();
    now = now.plus(BACKUPS);
    assertThat(replica().maintain()).isZero();
    assertThat(keys.wrappingKey(first)).isEmpty();
  }

  /**
   * It was seen to be unused, and its time is over; between that and its end a late process comes.
   */
  @Test
  void aKeyByWhichALateProcessWrapsWhileItIsCondemnedIsNotDestroyed() {
    seal(0, 1);
    String first = keys.wrappingKey().id();
    byte[] old = writer.sql("SELECT wrapped FROM data_key").query(byte[].class).single();
    replica().rotate();
    now = START.plus(BACKUPS);
    AtomicBoolean late = new AtomicBoolean();
    AtomicInteger listed = new AtomicInteger();
    KeyRing ring =
        TestKeys.beforeListing(
            keys,
            purpose -> {
              // At the start, before wrapping anew, and last of all just before it is destroyed.
              if (purpose == KeyRing.Purpose.DATA_KEYS && listed.incrementAndGet() == 3) {
                late.set(true);
                writer
                    .sql("INSERT INTO data_key VALUES (?, ?, 'request/late', ?, ?)")
                    .params(new UUID(3, 3), LEDGER, first, old)
                    .update();
              }
            });
    now = now.minus(Duration.ofDays(8)); // before another month is over, which lists once more
    writer
        .sql("UPDATE key_encryption_key SET unused_since = ? WHERE id = ?")
        .params(START.minus(BACKUPS).atOffset(ZoneOffset.UTC), first)
        .update();

    replica(ring).maintain();

    assertThat(late).isTrue();
    assertThat(keys.wrappingKey(first)).isPresent();
    assertThat(destroyedAt(first)).isEmpty();
    replica().maintain();
    assertThat(wrappedBy()).containsExactly(keys.wrappingKey().id());
  }

  @Test
  void whatACrashLeftIsWrappedAnewAtTheNextRunAndTwoReplicasDoNotHinderEachOther()
      throws Exception {
    int count = DataKeyRows.BATCH * 2 + 7;
    seal(0, count);
    // As a process left it that was killed after it had made the key.
    keys.nextWrappingKey(keys.wrappingKey().id());

    List<Future<?>> runs = new ArrayList<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2; i++) {
        runs.add(two.submit(() -> replica().maintain()));
      }
    }
    for (Future<?> run : runs) {
      run.get();
    }

    assertThat(wrappedBy()).containsExactly(keys.wrappingKey().id());
    requireOpen(count);
  }

  @Test
  void nothingIsWrappedByADestroyedKeyAnyMore() {
    String first = keys.wrappingKey().id();
    replica().rotate();
    now = START.plus(BACKUPS);
    replica().maintain();

    assertThatThrownBy(() ->
            writer
                .sql("INSERT INTO data_key VALUES (?, ?, 'request/late', ?, '\\x00')")
                .params(new UUID(3, 3), LEDGER, first)
                .update())
        .hasMessageContaining("destroyed key");
  }

  @Test
  void aDestroyedKeyThatComesBackWithAnOldFolderIsDestroyedAgain() throws Exception {
    String first = keys.wrappingKey().id();
    byte[] old = Files.readAllBytes(folder.resolve("keys/service.p12"));
    replica().rotate();
    now = START.plus(BACKUPS);
    replica().maintain();
    assertThat(keys.wrappingKey(first)).isEmpty();

    Files.write(folder.resolve("keys/service.p12"), old);
    KeyRing restored = TestKeys.open(folder.resolve("keys"));
    restored.nextWrappingKey(first);
    replica(restored).maintain();
    assertThat(restored.wrappingKey(first)).isEmpty();
  }

  @Test
  void settingsThatAreNoTimesAreRefusedInOneLine() {
    assertThat(KeyRetention.of("P1M", "P35D"))
        .isEqualTo(new KeyRetention(Period.ofMonths(1), BACKUPS));
    for (String bad : List.of("", "monthly", "P0M", "-P1M", "PT1H")) {
      assertThatThrownBy(() -> KeyRetention.of(bad, "P35D")).isInstanceOf(StartRefused.class);
    }
    assertThatThrownBy(() -> KeyRetention.of("P1M", "-P1D")).isInstanceOf(StartRefused.class);
    assertThatThrownBy(() -> KeyRetention.of("P1M", "P1M")).isInstanceOf(StartRefused.class);
  }
}
