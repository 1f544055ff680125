package org.disclosureledger.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionTimedOutException;

/** Two transactions of one question: they see the same moment and ledger, and end together. */
class BesideTest {
  private static final UUID LEDGER = new UUID(0, 1);
  private static final String CONNECTION = "SELECT pg_backend_pid()";

  private static EmbeddedPostgres postgres;
  private static JdbcClient outside;
  private static LedgerReader reader;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    outside = JdbcClient.create(postgres.getPostgresDatabase());
    outside.sql("CREATE TABLE seen (n int)").update();
    reader = LedgerReaders.of(postgres.getPostgresDatabase(), Duration.ofSeconds(60));
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  private static long count(JdbcClient db) {
    return db.sql("SELECT count(*) FROM seen").query(Long.class).single();
  }

  private static int connection(JdbcClient db) {
    return db.sql(CONNECTION).query(Integer.class).single();
  }

  @Test
  void bothSeeTheMomentAtWhichTheFirstBeganThoughTheSecondBeginsLater() {
    List<Long> counts =
        reader.inSharedSnapshot(
            LEDGER,
            (db, beside) -> {
              long before = count(db);
              outside.sql("INSERT INTO seen VALUES (1)").update();
              Supplier<Long> other = beside.read(BesideTest::count);
              return List.of(before, other.get(), count(db));
            });
    assertThat(counts.stream().distinct()).hasSize(1);
    assertThat(count(outside)).isEqualTo(counts.getFirst() + 1);
  }

  @Test
  void eachHasAConnectionReadsOnlyAndSeesTheSameLedger() {
    List<String> ledgers =
        reader.inSharedSnapshot(
            LEDGER,
            (db, beside) -> {
              int first = connection(db);
              int second = beside.read(BesideTest::connection).get();
              assertThat(second).isNotEqualTo(first);
              Supplier<String> other = beside.read(BesideTest::ledger);
              return List.of(ledger(db), other.get());
            });
    assertThat(ledgers).containsOnly(LEDGER.toString());
    assertThatThrownBy(() ->
            reader.inSharedSnapshot(
                LEDGER,
                (db, beside) -> beside.read(other -> other.sql("DELETE FROM seen").update()).get()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("read-only");
  }

  private static String ledger(JdbcClient db) {
    return db.sql("SELECT current_setting('ledger.id')").query(String.class).single();
  }

  /** The others read one thing behind the other, on the connection that they have. */
  @Test
  void noMoreThanTwoQuestionsHaveASecondConnectionAndTheNextHasItAgain() throws Exception {
    int questions = 5;
    CountDownLatch all = new CountDownLatch(questions);
    try (ExecutorService threads = Executors.newFixedThreadPool(questions)) {
      List<Future<Boolean>> twice =
          Stream.generate(() -> threads.submit(() -> hasTwo(all))).limit(questions).toList();
      int two = 0;
      for (Future<Boolean> each : twice) {
        two += each.get() ? 1 : 0;
      }
      assertThat(two).isEqualTo(2);
    }
    assertThat(hasTwo(new CountDownLatch(1))).isTrue();
  }

  private static boolean hasTwo(CountDownLatch all) {
    return reader.inSharedSnapshot(
        LEDGER,
        (db, beside) -> {
          all.countDown();
          try {
            assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return beside.read(BesideTest::connection).get() != connection(db);
        });
  }

  @Test
  void whatFailsInOneFailsTheQuestionWhenTheOtherHasEnded() {
    assertThatThrownBy(() ->
            reader.inSharedSnapshot(
                LEDGER,
                (db, beside) ->
                    beside.read(other -> other.sql("SELECT 1/0").query(Long.class).single()).get()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("division by zero");
    assertThatThrownBy(() ->
            reader.inSharedSnapshot(
                LEDGER,
                (db, beside) -> {
                  beside.read(
                      other -> other.sql("SELECT 1 FROM pg_sleep(0.2)").query(Long.class).single());
                  throw new IllegalArgumentException("the caller, says the test");
                }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            outside
                .sql(
                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%1 FROM pg_sleep%'"
                        + " AND state = 'active' AND pid <> pg_backend_pid()")
                .query(Long.class)
                .single())
        .isZero();
  }

  /** What the first has used up the second has not. */
  @Test
  void bothHaveTheTimeOfOneQuestion() {
    LedgerReader hasty = LedgerReaders.of(postgres.getPostgresDatabase(), Duration.ofSeconds(1));
    Throwable cut =
        catchThrowable(() ->
            hasty.inSharedSnapshot(
                LEDGER,
                (db, beside) ->
                    beside
                        .read(other ->
                            other.sql("SELECT 1 FROM pg_sleep(3600)").query(Long.class).single())
                        .get()));
    assertThat(cut)
        .isInstanceOfAny(QueryTimeoutException.class, TransactionTimedOutException.class);
  }
}
