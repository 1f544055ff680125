package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.DigestCover;
import org.disclosureledger.service.disclosure.DocumentNumberIndex;
import org.disclosureledger.service.disclosure.KeyEncryptionKeys;
import org.disclosureledger.service.disclosure.RepeatingRequests;
import org.disclosureledger.service.disclosure.StreamErasure;
import org.disclosureledger.service.disclosure.TestVault;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.KeyRing.Purpose;
import org.disclosureledger.service.keys.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key under which digests are stored changes, while requests are recorded and looked for. */
class CoveredDigestsTest {
  private static final Duration BACKUPS = Duration.ofDays(35);
  private static final String PHONE = "0900000001";

  @TempDir Path keys;
  private SealingRig rig;
  private LedgerDescription ledger;
  private RepeatingRequests repeating;
  private DocumentNumberIndex numbers;
  private Instant now = Instant.parse("2026-03-02T05:00:00Z");

  @BeforeEach
  void open() {
    rig = new SealingRig(keys);
    ledger = rig.open("covered");
    repeating = TestVault.repeating(rig.database, rig.keys);
    numbers = TestVault.numbers(rig.database, rig.keys);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private AppendRequest prepare(String stream, String phone, IdempotencyRecord key) {
    StreamId id = SealingRig.stream(stream);
    var header = SealingRig.noted(ledger, id, "", rig.clocks.now(ledger.name())).header();
    return rig.sealing()
        .prepare(
            ledger,
            List.of(new UnsealedEvent(header, Sought.of(stream + "/CV-MAU", phone))),
            null,
            key);
  }

  private void append(String stream, int key) {
    rig.appender.append(prepare(stream, PHONE, SealingRig.key(key, 1)));
  }

  private KeyEncryptionKeys upkeep(KeyRing ring) {
    return TestVault.rotation(rig.database, ring, () -> now);
  }

  private long repeats(String stream) {
    return repeating.of(ledger.id(), SealingRig.stream(stream), 50).total();
  }

  private void requireFound(String... streams) {
    for (String stream : streams) {
      assertThat(repeats(stream)).as(stream).isEqualTo(streams.length - 1L);
      StreamId id = SealingRig.stream(stream);
      assertThat(numbers.keys(ledger.id(), List.of(id)))
          .isEqualTo(
              Map.of(
                  id,
                  new DocumentNumberIndex.Named(
                      numbers.key(ledger.id(), stream + "/cv-mau"), false)));
    }
  }

  private JdbcClient db() {
    return JdbcClient.create(rig.database.superuser());
  }

  private List<String> stored(String column) {
    return db().sql(
            "SELECT %s FROM lookup UNION ALL SELECT %s FROM idempotency"
                .formatted(column, column.replace("hmac", "key_hmac")))
        .query((row, n) -> row.getString(1))
        .list();
  }

  private String current() {
    return rig.keys.wrappingKey(Purpose.DIGESTS).id();
  }

  @Test
  void requestsAreFoundBeforeBetweenAndAfterAndTheOldKeyIsDestroyedInItsTime() {
    append("a", 1);
    append("b", 2);
    upkeep(rig.keys).maintain();
    String first = current();
    requireFound("a", "b");

    // As a process left it that was killed after it had made the key.
    rig.keys.nextWrappingKey(first);
    requireFound("a", "b");
    append("c", 3);
    assertThat(stored("cover_key")).contains(first, current());
    requireFound("a", "b", "c");

    upkeep(rig.keys).maintain();
    assertThat(stored("cover_key")).hasSize(9).containsOnly(current());
    requireFound("a", "b", "c");

    now = now.plus(BACKUPS).minusMillis(1);
    upkeep(rig.keys).maintain();
    assertThat(rig.keys.wrappingKey(first)).isPresent();
    now = now.plusMillis(1);
    upkeep(rig.keys).maintain();
    assertThat(rig.keys.wrappingKey(first)).isEmpty();
    assertThat(TestKeys.open(keys).wrappingKeys(Purpose.DIGESTS)).doesNotContain(first);
    requireFound("a", "b", "c");
  }

  @Test
  void anOldDumpTellsNothingToWhoeverHasTheKeysThatAreLeft() {
    append("a", 1);
    upkeep(rig.keys).maintain();
    List<String> dump = stored("encode(hmac, 'hex')");
    assertThat(dump).containsAnyElementsOf(guesses());

    upkeep(rig.keys).rotate();
    now = now.plus(BACKUPS);
    upkeep(rig.keys).maintain();

    assertThat(stored("encode(hmac, 'hex')")).containsAnyElementsOf(guesses());
    assertThat(dump).doesNotContainAnyElementsOf(guesses());
  }

  /** The telephone number, tried with every key that there is. */
  private List<String> guesses() {
    byte[] digest = rig.hmac.target(ledger.id(), PHONE);
    List<String> guesses = new ArrayList<>();
    for (byte[] stored : new DigestCover(rig.keys).held().every(digest)) {
      guesses.add(HexFormat.of().formatHex(stored));
    }
    return guesses;
  }

  @Test
  void aRepetitionAcrossTheChangeIsTheSameCommandAndAnotherIsRefused() {
    AppendRequest once = prepare("a", PHONE, SealingRig.key(1, 1));
    long leaf = rig.appender.append(once).firstLeafIndex();
    upkeep(rig.keys).maintain();

    rig.keys.nextWrappingKey(current());
    requireReplayed(leaf);
    upkeep(rig.keys).maintain();
    requireReplayed(leaf);
    now = now.plus(BACKUPS);
    upkeep(rig.keys).maintain();
    assertThat(rig.keys.wrappingKeys(Purpose.DIGESTS)).as("old ones are destroyed").hasSize(2);
    requireReplayed(leaf);
  }

  private void requireReplayed(long leaf) {
    AppendResult again =
        rig.appender.append(
            rig.prepare(ledger, SealingRig.stream("again"), 1, SealingRig.key(1, 1)));
    assertThat(again.replayed()).isTrue();
    assertThat(again.firstLeafIndex()).isEqualTo(leaf);
    AnswerStore.Answer answer =
        rig.answers.find(ledger.id(), "client", SealingRig.key(1, 1).keyHmac()).orElseThrow();
    assertThat(answer.commandHmac()).isEqualTo(SealingRig.key(1, 1).commandHmac());
    assertThat(answer.result().firstLeafIndex()).isEqualTo(leaf);
    AppendRequest other = rig.prepare(ledger, SealingRig.stream("again"), 1, SealingRig.key(1, 2));
    assertThatThrownBy(() -> rig.appender.append(other))
        .isInstanceOf(AppendRefused.class)
        .satisfies(refused ->
            assertThat(((AppendRefused) refused).rule())
                .isEqualTo(AppendRefused.Rule.IDEMPOTENCY_KEY_REUSED));
  }

  /**
   * Between a process's look at the keys and its question, another makes one and moves the rows.
   */
  @Test
  void aRepetitionInTheVeryMomentOfTheChangeIsTheSameCommand() {
    long leaf = rig.appender.append(prepare("a", PHONE, SealingRig.key(1, 1))).firstLeafIndex();
    append("b", 2);
    AtomicInteger changes = new AtomicInteger();
    KeyRing late =
        TestKeys.afterListing(
            rig.keys,
            purpose -> {
              if (changes.getAndIncrement() == 0) {
                upkeep(rig.keys).rotate();
              }
            });

    try (LedgerAppender other = rig.appenderWith(late)) {
      AppendResult again =
          other.append(rig.prepare(ledger, SealingRig.stream("again"), 1, SealingRig.key(1, 1)));
      assertThat(again.replayed()).isTrue();
      assertThat(again.firstLeafIndex()).isEqualTo(leaf);
    }
    changes.set(0);
    AnswerStore answers = new AnswerStore(rig.database.pooledWriter(), new DigestCover(late));
    assertThat(answers.find(ledger.id(), "client", SealingRig.key(1, 1).keyHmac())).isPresent();
    changes.set(0);
    assertThat(
            TestVault.repeating(rig.database, late)
                .of(ledger.id(), SealingRig.stream("a"), 50)
                .total())
        .isEqualTo(1);
    assertThat(changes).hasValueGreaterThan(1);
  }

  @Test
  void whatAnEarlierVersionStoredBareIsFoundAndThenCovered() {
    append("a", 1);
    byte[] target = rig.hmac.target(ledger.id(), PHONE);
    byte[] number = rig.hmac.documentNumber(ledger.id(), "a/CV-MAU");
    for (Map.Entry<String, byte[]> bare :
        Map.of("TARGET", target, "DOCUMENT_NUMBER", number).entrySet()) {
      db().sql("UPDATE lookup SET cover_key = NULL, hmac = ? WHERE kind = ?")
          .params(bare.getValue(), bare.getKey())
          .update();
    }
    IdempotencyRecord key = SealingRig.key(1, 1);
    db().sql("UPDATE idempotency SET cover_key = NULL, key_hmac = ?, command_hmac = ?")
        .params(key.keyHmac(), key.commandHmac())
        .update();
    append("b", 2);
    requireFound("a", "b");
    requireReplayed(
        rig.answers
            .find(ledger.id(), "client", key.keyHmac())
            .orElseThrow()
            .result()
            .firstLeafIndex());

    assertThat(upkeep(rig.keys).maintain()).isZero();

    assertThat(stored("cover_key")).hasSize(6).containsOnly(current());
    requireFound("a", "b");
  }

  @Test
  void whatWasStoredTwiceUnderTwoKeysStopsNothingAndIsThereOnceThen() {
    append("a", 1);
    upkeep(rig.keys).maintain();
    String first = current();
    IdempotencyRecord key = SealingRig.key(1, 1);
    byte[] target = rig.hmac.target(ledger.id(), PHONE);
    db().sql(
            """
            INSERT INTO idempotency SELECT (jsonb_populate_record(i, jsonb_build_object(
              'cover_key', NULL, 'key_hmac', ?::text, 'command_hmac', ?::text))).* FROM idempotency i\
            """)
        .params(
            "\\x" + HexFormat.of().formatHex(key.keyHmac()),
            "\\x" + HexFormat.of().formatHex(key.commandHmac()))
        .update();
    db().sql(
            """
            INSERT INTO lookup SELECT (jsonb_populate_record(l, jsonb_build_object(
              'cover_key', NULL, 'hmac', ?::text))).* FROM lookup l WHERE kind = 'TARGET'\
            """)
        .param("\\x" + HexFormat.of().formatHex(target))
        .update();
    assertThat(stored("cover_key")).hasSize(5);

    assertThat(upkeep(rig.keys).maintain()).isZero();
    assertThat(stored("cover_key")).hasSize(3).containsOnly(first);
    upkeep(rig.keys).rotate();
    assertThat(stored("cover_key")).hasSize(3).containsOnly(current());
    append("b", 2);
    requireFound("a", "b");
    requireReplayed(
        rig.answers
            .find(ledger.id(), "client", key.keyHmac())
            .orElseThrow()
            .result()
            .firstLeafIndex());
  }

  @Test
  void anAnswerThatDoesNotOpenRefusesItsOwnRepetitionAndNobodyElse() {
    append("a", 1);
    db().sql("UPDATE idempotency SET command_hmac = decode(repeat('00', 40), 'hex')").update();
    AppendRequest again = rig.prepare(ledger, SealingRig.stream("x"), 1, SealingRig.key(1, 1));
    AppendRequest other = rig.prepare(ledger, SealingRig.stream("y"), 1, SealingRig.key(2, 2));
    rig.appendTogether(again, other);
    assertThat(SealingRig.outcome(again)).isEqualTo(AppendRefused.Rule.OUTCOME_UNKNOWN);
    assertThat(SealingRig.result(other).replayed()).isFalse();
    assertThatThrownBy(
            () -> rig.answers.find(ledger.id(), "client", SealingRig.key(1, 1).keyHmac()))
        .isInstanceOf(AppendRefused.class);
  }

  @Test
  void aRowThatDoesNotOpenStopsNothingAndKeepsItsKey() {
    append("a", 1);
    append("b", 2);
    upkeep(rig.keys).maintain();
    String first = current();
    db().sql(
            "UPDATE lookup SET hmac = decode(repeat('00', 40), 'hex') WHERE stream_id = 'note/a'"
                + " AND kind = 'TARGET'")
        .update();
    upkeep(rig.keys).rotate();
    now = now.plus(BACKUPS.multipliedBy(3));

    assertThat(upkeep(rig.keys).maintain()).isEqualTo(1);

    assertThat(stored("cover_key")).hasSize(6).filteredOn(first::equals).hasSize(1);
    assertThat(stored("cover_key")).filteredOn(current()::equals).hasSize(5);
    assertThat(rig.keys.wrappingKey(first)).isPresent();
  }

  @Test
  void nothingIsCoveredByADestroyedKeyAnyMore() {
    append("a", 1);
    upkeep(rig.keys).maintain();
    String first = current();
    upkeep(rig.keys).rotate();
    now = now.plus(BACKUPS);
    upkeep(rig.keys).maintain();

    for (String table : List.of("lookup", "idempotency")) {
      assertThatThrownBy(() ->
              rig.database
                  .pooledWriter()
                  .sql("UPDATE " + table + " SET cover_key = ?")
                  .param(first)
                  .update())
          .hasMessageContaining("destroyed key");
    }
  }

  @Test
  void lookUpsOfAnErasedRequestThatAreThereAllTheSameAreDeleted() {
    append("a", 1);
    append("b", 2);
    db().sql("INSERT INTO erasure VALUES (?, 'note/a', NULL, now())").param(ledger.id()).update();

    upkeep(rig.keys).maintain();

    assertThat(db().sql("SELECT DISTINCT stream_id FROM lookup").query(String.class).list())
        .containsExactly("note/b");
  }

  /** It waits for the rows that are being covered, and leaves none of them. */
  @Test
  void anErasureInTheMidstOfItLeavesNoLookUp() throws Exception {
    append("a", 1);
    append("b", 2);
    upkeep(rig.keys).maintain();
    List<CompletableFuture<Void>> erasures = new ArrayList<>();
    AtomicBoolean covering = new AtomicBoolean();
    KeyRing ring =
        TestKeys.beforeListing(
            rig.keys,
            purpose -> {
              // The rows of a batch are locked when the keys are asked for that cover them anew.
              if (purpose == Purpose.DIGESTS && locked() && covering.compareAndSet(false, true)) {
                erasures.add(CompletableFuture.runAsync(() -> erase("a")));
                while (!waits()) {
                  Thread.onSpinWait();
                }
              }
            });

    upkeep(ring).rotate();
    for (CompletableFuture<Void> erasure : erasures) {
      erasure.get();
    }

    assertThat(covering).as("an erasure came in between").isTrue();
    assertThat(db().sql("SELECT DISTINCT stream_id FROM lookup").query(String.class).list())
        .containsExactly("note/b");
  }

  private boolean locked() {
    return !db().sql("SELECT stream_id FROM lookup").query(String.class).list().isEmpty()
        && db().sql("SELECT stream_id FROM lookup FOR UPDATE SKIP LOCKED")
            .query(String.class)
            .list()
            .isEmpty();
  }

  private boolean waits() {
    return db().sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock')")
        .query(Boolean.class)
        .single();
  }

  private void erase(String stream) {
    try (Connection connection = rig.database.writer().getConnection()) {
      connection.setAutoCommit(false);
      StreamErasure.apply(connection, ledger.id(), SealingRig.stream(stream), now);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void requestsAreRecordedAndFoundWhileTwoReplicasChangeTheKeyAgainAndAgain() throws Exception {
    append("first", 1);
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<?>> running = new ArrayList<>();
      for (int replica = 0; replica < 2; replica++) {
        running.add(
            threads.submit(() -> {
              while (!done.get()) {
                upkeep(TestKeys.open(keys)).rotate();
              }
            }));
      }
      try {
        for (int i = 0; i < 40; i++) {
          append("s" + i, 2 + i);
          assertThat(repeats("first")).isEqualTo(i + 1L);
          assertThat(repeats("s" + i)).isEqualTo(i + 1L);
        }
      } finally {
        done.set(true);
      }
      for (Future<?> replica : running) {
        replica.get();
      }
    }
    upkeep(rig.keys).maintain();
    assertThat(stored("cover_key")).containsOnly(current());
    assertThat(rig.keys.wrappingKeys(Purpose.DIGESTS)).hasSizeGreaterThan(2);
  }
}
