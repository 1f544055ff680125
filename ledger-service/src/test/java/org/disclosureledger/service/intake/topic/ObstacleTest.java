package org.disclosureledger.service.intake.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.disclosureledger.service.sealing.LedgerCorrupted;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class ObstacleTest {
  private static final SQLException READ_ONLY = new SQLException("read-only", "25006");
  private static final SQLException NO_CONNECTION = new SQLException("gone", "08006");
  private static final SQLException BAD_DATA = new SQLException("no such time", "22008");
  private static final SQLException BROKEN = new SQLException("stands there twice", "23505");

  private static CommandRefused refused(Rule rule, Throwable cause) {
    return new AppendRefused(rule, "test", cause);
  }

  static Stream<RuntimeException> forNow() {
    return Stream.of(
        new Obstacle(),
        new AppendRefused(Rule.BUSY, "test"),
        new AppendRefused(Rule.NOT_APPENDED, "test"),
        new AppendRefused(Rule.HEAD_NOT_CONTINUED, "test"),
        refused(Rule.NOT_APPENDED, NO_CONNECTION),
        refused(Rule.NOT_APPENDED, READ_ONLY),
        refused(Rule.NOT_APPENDED, new LedgerCorrupted("test")),
        refused(Rule.OUTCOME_UNKNOWN, new TimeoutException("test")),
        // It may well stand there: its head could not be kept, or signed.
        refused(Rule.OUTCOME_UNKNOWN, new IllegalStateException("no room on the disk")),
        refused(Rule.OUTCOME_UNKNOWN, BROKEN),
        new UncategorizedSQLException("test", null, READ_ONLY),
        new QueryTimeoutException("test"),
        new BadSqlGrammarException("test", "SELECT", new SQLException("no right", "42501")),
        new TransactionSystemException("test"),
        new UncheckedIOException(new IOException("test")),
        new KafkaException("test"),
        new DataAccessResourceFailureException("test"),
        new CannotCreateTransactionException("test"));
  }

  static List<RuntimeException> ours() {
    return List.of(
        new IllegalStateException("test"),
        refused(Rule.NOT_APPENDED, new IllegalStateException("test")),
        refused(Rule.NOT_APPENDED, BAD_DATA),
        refused(Rule.NOT_APPENDED, BROKEN),
        refused(Rule.NOT_APPENDED, new StackOverflowError("test")),
        new UncategorizedSQLException("test", null, BAD_DATA),
        new DataIntegrityViolationException("test"),
        new DataIntegrityViolationException("test", BROKEN));
  }

  @ParameterizedTest
  @MethodSource
  void forNow(RuntimeException failure) {
    assertThat(Obstacle.isForNow(failure)).isTrue();
  }

  @ParameterizedTest
  @MethodSource
  void ours(RuntimeException failure) {
    assertThat(Obstacle.isForNow(failure)).isFalse();
  }
}
