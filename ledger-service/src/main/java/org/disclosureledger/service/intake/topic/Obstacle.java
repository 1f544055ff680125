package org.disclosureledger.service.intake.topic;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.LedgerCorrupted;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** The ledger's topic is not as it has to be: somebody mends it, and its messages wait. */
final class Obstacle extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Whether a message waits for as long as this lasts. What our own code or a row of this very
   * message brings about does not go away by waiting, and is given up after some attempts.
   */
  static boolean isForNow(RuntimeException failure) {
    return switch (failure) {
      // What has become of any other is not known, or the ledger takes nothing now.
      case CommandRefused refused ->
          refused.rule() != AppendRefused.Rule.NOT_APPENDED || !isOurs(refused.getCause());
      case Obstacle _,
          LedgerCorrupted _,
          UncheckedIOException _,
          KafkaException _,
          TransactionException _,
          TransientDataAccessException _,
          NonTransientDataAccessResourceException _ ->
          true;
      // Of PostgreSQL: read-only after a failover, a table or a right that a restore left out.
      case DataAccessException access ->
          access.getRootCause() instanceof SQLException sql && !isOfTheRow(sql);
      default -> false;
    };
  }

  /** Why a command was not appended. */
  private static boolean isOurs(@Nullable Throwable cause) {
    return switch (cause) {
      case null -> false;
      case SQLException sql -> isOfTheRow(sql);
      case CommandRefused _, InterruptedException _ -> false;
      case RuntimeException failure -> !isForNow(failure);
      default -> cause instanceof Error;
    };
  }

  /** SQL states of bad data and of broken constraints. */
  private static boolean isOfTheRow(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }
}
