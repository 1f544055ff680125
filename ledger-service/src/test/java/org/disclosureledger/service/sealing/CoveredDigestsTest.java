package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.disclosureledger.service.disclosure.DigestCover;
import org.disclosureledger.service.disclosure.StreamErasure;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.KeyRing.Purpose;
import org.disclosureledger.service.keys.TestKeys;
import org.junit.jupiter.api.Test;

/** The key under which digests are stored changes, while requests are recorded and looked for. */
class CoveredDigestsTest extends CoveredLedger {
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
