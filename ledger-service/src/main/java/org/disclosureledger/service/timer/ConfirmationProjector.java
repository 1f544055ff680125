package org.disclosureledger.service.timer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.deadline.PolicyAdopted;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RequestReopened;
import org.disclosureledger.service.request.event.WritingConfirmed;
import org.disclosureledger.service.request.event.WritingMissed;
import org.disclosureledger.service.timer.AwaitedConfirmations.Awaited;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets a timer for each confirmation that is due, and for due times to be counted again after
 * another policy or calendar, in the transaction that notes the event as read: a crash loses
 * neither, and reading an event again sets no second one.
 */
@Component
final class ConfirmationProjector implements Projector {
  private final TimerClient timers;
  private final RecountClient recounts;

  ConfirmationProjector(TimerClient timers, RecountClient recounts) {
    this.timers = timers;
    this.recounts = recounts;
  }

  @Override
  public String name() {
    return "timer";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    Optional<UUID> request = RequestStream.requestId(header.subject());
    if (request.isEmpty()) {
      adopted(header, payload);
      return;
    }
    String ledger = header.ledger();
    UUID id = request.get();
    switch (payload) {
      case DeadlineSet deadline -> awaited(ledger, id, header.id(), deadline, db);
      case WritingConfirmed unused -> settled(ledger, id, db);
      case WritingMissed unused -> settled(ledger, id, db);
      // Nobody misses a paper for what was taken back, but it is owed again once that opens again.
      case RequestReopened unused -> again(ledger, id, header.id(), db);
      case null, default -> {}
    }
  }

  /** What the system adopts is the shipped policy, at the opening: nothing was recorded by then. */
  private void adopted(EventHeader header, @Nullable Object payload) {
    boolean rules = payload instanceof PolicyAdopted || payload instanceof CalendarImported;
    if (rules && !header.actor().isSystem()) {
      recounts.set(Recount.begin(header.ledger(), header.id(), header.position()));
    }
  }

  private void awaited(
      String ledger, UUID request, UUID event, DeadlineSet deadline, JdbcClient db) {
    Instant due = deadline.due();
    if (deadline.purpose() != DeadlinePurpose.CONFIRM_IN_WRITING) {
      return;
    }
    if (due == null) {
      // Nothing is awaited by a time any more, whatever an earlier one said.
      settled(ledger, request, db);
      return;
    }
    db.sql(
            """
            INSERT INTO awaited_confirmation (ledger, request_id, deadline, confirm_by)
            VALUES (:ledger, :request, :deadline, :by)
            ON CONFLICT (ledger, request_id)
            DO UPDATE SET deadline = excluded.deadline, confirm_by = excluded.confirm_by\
            """)
        .param("ledger", ledger)
        .param("request", request)
        .param("deadline", event)
        .param("by", SqlTime.of(due))
        .update();
    timers.set(new ConfirmationDue(ledger, request, event), due);
  }

  private static void settled(String ledger, UUID request, JdbcClient db) {
    db.sql("DELETE FROM awaited_confirmation WHERE ledger = :ledger AND request_id = :request")
        .param("ledger", ledger)
        .param("request", request)
        .update();
  }

  private void again(String ledger, UUID request, UUID reopening, JdbcClient db) {
    awaited("awaited_confirmation", ledger, request, db)
        .ifPresent(waiting ->
            timers.set(
                new ConfirmationDue(ledger, request, waiting.deadline(), reopening),
                waiting.confirmBy()));
  }

  /** As the serving rows have it. */
  static Optional<Awaited> served(String ledger, UUID request, JdbcClient db) {
    return awaited("timer.awaited_confirmation", ledger, request, db);
  }

  private static Optional<Awaited> awaited(
      String table, String ledger, UUID request, JdbcClient db) {
    return db.sql(
            "SELECT deadline, confirm_by FROM "
                + table
                + " WHERE ledger = :ledger AND request_id = :request")
        .param("ledger", ledger)
        .param("request", request)
        .query((row, n) ->
            new Awaited(row.getObject("deadline", UUID.class), SqlTime.read(row, "confirm_by")))
        .optional();
  }
}
