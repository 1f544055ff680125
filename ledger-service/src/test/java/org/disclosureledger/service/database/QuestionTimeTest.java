package org.disclosureledger.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionTimedOutException;

/** A question has so long, however many its statements, snapshots and ledgers are. */
class QuestionTimeTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  /** Of a twentieth of a second each: many times what a question of a second has. */
  private static final int STATEMENTS = 400;

  private static EmbeddedPostgres postgres;
  private static LedgerReader reader;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    reader = LedgerReaders.of(postgres.getPostgresDatabase(), Duration.ofSeconds(1));
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  private static String sleep(JdbcClient db, double seconds) {
    return db.sql("SELECT pg_sleep(:seconds)::text")
        .param("seconds", seconds)
        .query(String.class)
        .single();
  }

  private static String sleepOften(JdbcClient db) {
    for (int i = 0; i < STATEMENTS; i++) {
      sleep(db, 0.05);
    }
    return "never";
  }

  @Test
  void aStatementThatDoesNotEndIsCutOffAndTheNextQuestionHasItsOwnTime() {
    assertThatThrownBy(() -> reader.inSnapshot(ONE, db -> sleep(db, 3_600)))
        .isInstanceOf(QueryTimeoutException.class);
    String next = reader.inSnapshot(ONE, db -> sleep(db, 0));
    assertThat(next).isEmpty();
  }

  @Test
  void shortStatementsOfOneSnapshotShareTheTime() {
    assertCutOff(catchThrowable(() -> reader.inSnapshot(ONE, QuestionTimeTest::sleepOften)));
  }

  @Test
  void snapshotsAndTransactionsOfSeveralLedgersShareTheTimeOfTheirQuestion() {
    assertCutOff(
        catchThrowable(() ->
            LedgerReader.question(() -> {
              for (int i = 0; i < STATEMENTS; i++) {
                LedgerReader.question(() -> reader.inSnapshot(ONE, db -> sleep(db, 0.05)));
                reader.in(OTHER, db -> sleep(db, 0.05));
              }
              return "never";
            })));
  }

  @Test
  void aTransactionOutsideOfQuestionsIsBoundByTheServerAlone() {
    String late = reader.in(ONE, db -> sleep(db, 1.5));
    assertThat(late).isEmpty();
  }

  private static void assertCutOff(@Nullable Throwable failure) {
    assertThat(failure)
        .isInstanceOfAny(QueryTimeoutException.class, TransactionTimedOutException.class);
  }
}
