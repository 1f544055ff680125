package org.disclosureledger.service.intake.topic;

import java.sql.SQLException;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.LedgerCorrupted;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

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
      // Of PostgreSQL these are those of its state: read-only after a failover, for example.
      case UncategorizedSQLException sql -> !isOfTheRow(sql.getSQLException());
      case Obstacle _,
          LedgerCorrupted _,
          TransientDataAccessException _,
          NonTransientDataAccessResourceException _,
          CannotCreateTransactionException _ ->
          true;
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
  private static boolean isOfTheRow(@Nullable SQLException failure) {
    String state = failure == null ? null : failure.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }
}
