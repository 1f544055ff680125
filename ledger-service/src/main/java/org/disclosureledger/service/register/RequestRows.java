package org.disclosureledger.service.register;

import java.sql.Types;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.RequestFold;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.request.Confirmation;
import org.disclosureledger.service.request.Demand;
import org.disclosureledger.service.request.ItemProgress;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.ErrorRecorded;
import org.disclosureledger.service.request.event.ObstacleReported;
import org.disclosureledger.service.request.event.RecordedChanges;
import org.disclosureledger.service.request.event.ReminderIssued;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestLinked;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.RequestReopened;
import org.disclosureledger.service.request.event.RequestingAgency;
import org.disclosureledger.service.sealing.AssignedNumber;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one request. */
final class RequestRows {
  private static final int TIME = Types.TIMESTAMP_WITH_TIMEZONE;

  private final String ledger;
  private final UUID id;
  private final JdbcClient db;

  RequestRows(String ledger, UUID id, JdbcClient db) {
    this.ledger = ledger;
    this.id = id;
    this.db = db;
  }

  private JdbcClient.StatementSpec sql(String text) {
    return db.sql(text).param("ledger", ledger).param("id", id);
  }

  /**
   * What the row keeps between two entries.
   *
   * @param unreadable whether an entry before contradicts what stands before that: then the state
   *     is as of there, and stays so
   */
  record Kept(String folded, boolean unreadable) {}

  /** Empty before the entry that records the request. */
  Optional<Kept> kept() {
    return sql("""
    SELECT folded, unreadable_from IS NOT NULL FROM request
    WHERE ledger = :ledger AND request_id = :id\
    """)
        .query((row, n) -> new Kept(row.getString(1), row.getBoolean(2)))
        .optional();
  }

  /** The row says from which sequence on nothing is known, and keeps what was known before. */
  void unreadable(long from, EventHeader header) {
    sql("""
    UPDATE request SET unreadable_from = :from, last_sequence = :sequence
    WHERE ledger = :ledger AND request_id = :id\
    """)
        .param("from", from)
        .param("sequence", header.sequence())
        .update();
  }

  /** An entry of which nothing is known but that it is there. */
  void pass(EventHeader header) {
    sql("UPDATE request SET last_sequence = :sequence WHERE ledger = :ledger AND request_id = :id")
        .param("sequence", header.sequence())
        .update();
  }

  /**
   * What never follows from the state; {@link #update} fills in the rest.
   *
   * @param number as the appender gave it
   */
  void insert(AssignedNumber number, EventHeader header, RequestRecorded event) {
    sql("""
    INSERT INTO request (ledger, request_id, register_year, register_ordinal, received_at,
      recorded_at, agency_code, agency_kind, original_agency_code, channel, case_type,
      priority, urgency, secrecy, route, emergency, item_count, item_kinds, state,
      clarification_open, last_sequence, folded)
    VALUES (:ledger, :id, :year, :ordinal, :received, :recorded, :agency, :agencyKind,
      :agency, :channel, :caseType, :priority, :urgency, :secrecy, :route, :emergency,
      0, '{}', 'RECEIVED', false, 0, '')\
    """)
        .param("year", number.year())
        .param("ordinal", number.ordinal())
        .param("received", SqlTime.of(event.receivedAt()))
        .param("recorded", SqlTime.of(header.recordedTime()))
        .param("agency", event.requestingAgency().registeredCode())
        .param("agencyKind", event.requestingAgency().kind().name())
        .param("channel", event.channel().name())
        .param("caseType", event.caseType().name())
        .param("priority", event.priority().name())
        .param("urgency", event.urgency().name())
        .param("secrecy", event.secrecy().name())
        .param("route", event.route().name())
        .param("emergency", event.emergency())
        .update();
  }

  void update(EventHeader header, RequestEvent event, RequestState before, RequestState after) {
    Demand demand = after.demand();
    String confirmation = WritingState.of(after).map(WritingState::name).orElse(null);
    Confirmation paper = confirmation == null ? null : after.confirmation();
    sql("""
    UPDATE request SET state = :state, answered_at = :answered,
      original_due = :originalDue, due = :due, corrected_received_at = :corrected,
      confirmation = :confirmation, confirm_by = :confirmBy, confirmed_at = :confirmed,
      confirmation_recorded_at = :confirmationRecorded, clarification_open = :asked,
      cancelled_at = CASE WHEN :reopens THEN NULL ELSE coalesce(:cancelled, cancelled_at) END,
      closed_at = CASE WHEN :reopens THEN NULL ELSE coalesce(:closed, closed_at) END,
      extensions = extensions + :extends, reopenings = reopenings + :reopenings,
      corrections = corrections + :corrects, reportable_errors = reportable_errors + :errs,
      obstacles = obstacles + :obstacle, reminders = reminders + :reminder,
      item_count = :itemCount, item_kinds = :itemKinds, last_sequence = :sequence,
      folded = :folded
    WHERE ledger = :ledger AND request_id = :id\
    """)
        .param("state", after.status().name())
        .param("answered", SqlTime.ofNullable(after.answeredAt().orElse(null)), TIME)
        .param("originalDue", SqlTime.ofNullable(after.clock().originalDue()), TIME)
        .param("due", SqlTime.ofNullable(after.clock().due()), TIME)
        .param(
            "corrected",
            SqlTime.ofNullable(demand == null ? null : demand.correctedReceivedAt()),
            TIME)
        .param("confirmation", confirmation, Types.VARCHAR)
        .param("confirmBy", SqlTime.ofNullable(paper == null ? null : paper.confirmBy()), TIME)
        .param("confirmed", SqlTime.ofNullable(paper == null ? null : paper.confirmedAt()), TIME)
        .param(
            "confirmationRecorded",
            SqlTime.ofNullable(paper == null ? null : paper.recordedAt()),
            TIME)
        .param("asked", after.clock().paused())
        .param("reopens", event instanceof RequestReopened)
        .param("cancelled", timeIf(event instanceof RequestCancelled, header), TIME)
        .param("closed", timeIf(event instanceof RequestClosed, header), TIME)
        .param("extends", one(extended(event, before, after)))
        .param("reopenings", one(event instanceof RequestReopened))
        .param("corrects", one(event instanceof CorrectionApproved))
        .param(
            "errs",
            one(event instanceof ErrorRecorded e && e.severity() == ErrorSeverity.REPORTABLE))
        .param("obstacle", one(event instanceof ObstacleReported))
        .param("reminder", one(event instanceof ReminderIssued))
        // A long list of items goes on in items.listed entries, and a correction may add one.
        .param("itemCount", after.items().size())
        .param("itemKinds", kinds(after), Types.ARRAY)
        .param("sequence", header.sequence())
        .param("folded", RequestFold.write(after))
        .update();
    writeItems(before, after);
  }

  /** One that came too late to count leaves the due time as it was. */
  private static boolean extended(RequestEvent event, RequestState before, RequestState after) {
    return event instanceof DeadlineSet deadline
        && deadline.cause() == DeadlineCause.EXTENSION
        && (before.clock().set() != after.clock().set()
            || !Objects.equals(before.clock().due(), after.clock().due()));
  }

  private static @Nullable Object timeIf(boolean holds, EventHeader header) {
    return holds ? SqlTime.of(header.time()) : null;
  }

  private static int one(boolean holds) {
    return holds ? 1 : 0;
  }

  private static String[] kinds(RequestState state) {
    return state.items().stream()
        .map(item -> item.kind().name())
        .distinct()
        .sorted()
        .toArray(String[]::new);
  }

  private void writeItems(RequestState before, RequestState after) {
    for (ItemProgress item : after.items()) {
      ItemProgress old = before.item(item.ordinal()).orElse(null);
      if (old != null
          && old.kind() == item.kind()
          && old.state() == item.state()
          && Objects.equals(old.terminalAt(), item.terminalAt())) {
        continue;
      }
      sql("""
      INSERT INTO item (ledger, request_id, ordinal, kind, state, terminal_at)
      VALUES (:ledger, :id, :ordinal, :kind, :state, :terminal)
      ON CONFLICT (ledger, request_id, ordinal)
      DO UPDATE SET kind = excluded.kind, state = excluded.state,
        terminal_at = excluded.terminal_at\
      """)
          .param("ordinal", item.ordinal())
          .param("kind", item.kind().name())
          .param("state", item.state().name())
          .param("terminal", SqlTime.ofNullable(item.terminalAt()), TIME)
          .update();
    }
  }

  void link(EventHeader header, RequestLinked linked) {
    sql("""
    INSERT INTO link (ledger, request_id, sequence, relation, other)
    VALUES (:ledger, :id, :sequence, :relation, :other)\
    """)
        .param("sequence", header.sequence())
        .param("relation", linked.relation().name())
        .param("other", linked.request())
        .update();
    sql("""
    UPDATE request SET links = links + 1,
      duplicate_of = CASE WHEN :duplicate THEN :other ELSE duplicate_of END
    WHERE ledger = :ledger AND request_id = :id\
    """)
        .param("duplicate", linked.relation() == LinkRelation.DUPLICATE_OF)
        .param("other", linked.request())
        .update();
  }

  void propose(UUID prepared, CorrectionPrepared correction) {
    db.sql(
            """
            INSERT INTO proposed_correction (ledger, prepared, severity)
            VALUES (:ledger, :prepared, :severity)\
            """)
        .param("ledger", ledger)
        .param("prepared", prepared)
        .param("severity", correction.severity().name())
        .update();
    if (correction.changes() != null) {
      propose(prepared, correction.changes());
    }
  }

  private void propose(UUID prepared, RecordedChanges changes) {
    RequestingAgency agency = changes.requestingAgency();
    db.sql(
            """
            UPDATE proposed_correction SET agency_code = :agency, agency_kind = :agencyKind,
              channel = :channel, case_type = :caseType, priority = :priority,
              emergency = :emergency, urgency = :urgency, secrecy = :secrecy
            WHERE ledger = :ledger AND prepared = :prepared\
            """)
        .param("ledger", ledger)
        .param("prepared", prepared)
        .param("agency", agency == null ? null : agency.registeredCode(), Types.VARCHAR)
        .param("agencyKind", code(agency == null ? null : agency.kind()), Types.VARCHAR)
        .param("channel", code(changes.channel()), Types.VARCHAR)
        .param("caseType", code(changes.caseType()), Types.VARCHAR)
        .param("priority", code(changes.priority()), Types.VARCHAR)
        .param("emergency", changes.emergency(), Types.BOOLEAN)
        .param("urgency", code(changes.urgency()), Types.VARCHAR)
        .param("secrecy", code(changes.secrecy()), Types.VARCHAR)
        .update();
  }

  private static @Nullable String code(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  /** The list shows what holds now; the entries, and the request itself, show both. */
  void correct(UUID prepared) {
    sql("""
    UPDATE request r SET agency_code = coalesce(c.agency_code, r.agency_code),
      agency_kind = coalesce(c.agency_kind, r.agency_kind),
      channel = coalesce(c.channel, r.channel),
      case_type = coalesce(c.case_type, r.case_type),
      priority = coalesce(c.priority, r.priority),
      emergency = coalesce(c.emergency, r.emergency),
      urgency = coalesce(c.urgency, r.urgency),
      secrecy = coalesce(c.secrecy, r.secrecy),
      reportable_errors = r.reportable_errors
        + CASE WHEN c.severity = 'REPORTABLE' THEN 1 ELSE 0 END
    FROM proposed_correction c
    WHERE r.ledger = :ledger AND r.request_id = :id
      AND c.ledger = :ledger AND c.prepared = :prepared\
    """)
        .param("prepared", prepared)
        .update();
  }
}
