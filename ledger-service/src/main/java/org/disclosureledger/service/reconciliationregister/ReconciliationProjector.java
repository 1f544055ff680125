package org.disclosureledger.service.reconciliationregister;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.reconciliation.event.ReconciliationRecorded;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.RecordedChanges;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.RequestingAgency;
import org.disclosureledger.service.request.event.WritingConfirmed;
import org.disclosureledger.service.sealing.AssignedNumber;
import org.disclosureledger.service.sealing.RegisterNumbers;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps reconciliations, and what the next one compares of each request. */
@Component
final class ReconciliationProjector implements Projector {
  private static final String STREAM = "reconciliation/";

  @Override
  public String name() {
    return "reconciliation";
  }

  @Override
  public int version() {
    return 5;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    if (payload instanceof ReconciliationRecorded recorded) {
      RequestStream.id(header.subject(), STREAM).ifPresent(id -> record(header, id, recorded, db));
      return;
    }
    Optional<UUID> requestId = RequestStream.requestId(header.subject());
    if (requestId.isEmpty() || payload == null) {
      return;
    }
    switch (payload) {
      case RequestRecorded recorded -> insert(header, requestId.get(), recorded, db);
      case CorrectionPrepared prepared -> propose(header, prepared.changes(), db);
      case CorrectionApproved approved ->
          correct(header.ledger(), requestId.get(), approved.prepared(), db);
      case WritingConfirmed writing ->
          onPaper(header.ledger(), requestId.get(), writing.documentDate(), db);
      default -> {
        // Nothing else changes what is compared.
      }
    }
  }

  private static void record(
      EventHeader header, UUID id, ReconciliationRecorded event, JdbcClient db) {
    db.sql(
            """
            INSERT INTO reconciliation (ledger, id, leaf_index, recorded_at, agency, predecessors,
              first_day, last_day, tolerance, listed, registered, matched, differing,
              theirs_only, ours_only, unmatchable_theirs, unmatchable_ours)
            VALUES (:ledger, :id, :leaf, :recorded, :agency, :predecessors, :first, :last,
              :tolerance, :listed, :registered, :matched, :differing, :theirs, :ours,
              :unmatchableTheirs, :unmatchableOurs)
            ON CONFLICT (ledger, id) DO NOTHING\
            """)
        .param("ledger", header.ledger())
        .param("id", id)
        .param("leaf", header.leafIndex())
        .param("recorded", SqlTime.of(header.recordedTime()))
        .param("agency", event.agency())
        .param("predecessors", event.predecessors().toArray(String[]::new))
        .param("first", event.from())
        .param("last", event.to())
        .param("tolerance", event.toleranceMinutes())
        .param("listed", event.listed())
        .param("registered", event.registered())
        .param("matched", event.matched())
        .param("differing", event.differing())
        .param("theirs", event.theirsOnly())
        .param("ours", event.oursOnly())
        .param("unmatchableTheirs", event.unmatchableTheirs())
        .param("unmatchableOurs", event.unmatchableOurs())
        .update();
  }

  private static void insert(
      EventHeader header, UUID requestId, RequestRecorded event, JdbcClient db) {
    AssignedNumber number = RegisterNumbers.given(header, db);
    db.sql(
            """
            INSERT INTO request (ledger, request_id, register_year, register_ordinal,
              agency_code, received_at, document_date, first_agency_code, first_received_at,
              first_document_date, secret)
            VALUES (:ledger, :id, :year, :ordinal, :agency, :received, :date, :agency, :received,
              :date, :secret)
            ON CONFLICT (ledger, request_id) DO NOTHING\
            """)
        .param("ledger", header.ledger())
        .param("id", requestId)
        .param("year", number.year())
        .param("ordinal", number.ordinal())
        .param("agency", event.requestingAgency().registeredCode())
        .param("received", SqlTime.of(event.receivedAt()))
        .param("date", event.documentDate(), Types.DATE)
        .param("secret", event.secrecy().aboveNormal())
        .update();
  }

  private static void propose(
      EventHeader header, @Nullable RecordedChanges changes, JdbcClient db) {
    if (changes == null) {
      return;
    }
    RequestingAgency agency = changes.requestingAgency();
    Secrecy secrecy = changes.secrecy();
    db.sql(
            """
            INSERT INTO proposed_correction (ledger, prepared, agency_code, received_at,
              document_date, secret)
            VALUES (:ledger, :prepared, :agency, :received, :date, :secret)\
            """)
        .param("ledger", header.ledger())
        .param("prepared", header.id())
        .param("agency", agency == null ? null : agency.registeredCode(), Types.VARCHAR)
        .param("received", SqlTime.ofNullable(changes.receivedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("date", changes.documentDate(), Types.DATE)
        .param("secret", secrecy == null ? null : secrecy.aboveNormal(), Types.BOOLEAN)
        .update();
  }

  private static void correct(String ledger, UUID requestId, UUID prepared, JdbcClient db) {
    db.sql(
            """
            UPDATE request r SET agency_code = coalesce(c.agency_code, r.agency_code),
              received_at = coalesce(c.received_at, r.received_at),
              document_date = coalesce(c.document_date, r.document_date),
              secret = coalesce(c.secret, r.secret)
            FROM proposed_correction c
            WHERE r.ledger = :ledger AND r.request_id = :id
              AND c.ledger = :ledger AND c.prepared = :prepared\
            """)
        .param("ledger", ledger)
        .param("id", requestId)
        .param("prepared", prepared)
        .update();
  }

  /**
   * What was said goes by the paper that followed: its number is compared from then on, and so is
   * its date, also as the first one; when it was said stays. Whether the paper states a number is
   * not seen here, for that is committed; but every confirmation is of one paper, so that a date it
   * states is that paper's, with a number or without. One that states no date leaves the date that
   * was typed before: it may be right, and nobody has said another.
   */
  private static void onPaper(
      String ledger, UUID requestId, @Nullable LocalDate documentDate, JdbcClient db) {
    if (documentDate == null) {
      return;
    }
    db.sql(
            """
            UPDATE request SET document_date = :date, first_document_date = :date
            WHERE ledger = :ledger AND request_id = :id\
            """)
        .param("date", documentDate)
        .param("ledger", ledger)
        .param("id", requestId)
        .update();
  }
}
