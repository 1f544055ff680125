package org.disclosureledger.service.oversightregister;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.oversight.event.DrillRecorded;
import org.disclosureledger.service.oversight.event.InspectionRecorded;
import org.disclosureledger.service.oversight.event.NoticeForwarded;
import org.disclosureledger.service.oversight.event.NoticeRecorded;
import org.disclosureledger.service.oversight.event.OversightCorrectionApproved;
import org.disclosureledger.service.oversight.event.OversightCorrectionPrepared;
import org.disclosureledger.service.oversight.event.OversightCorrectionReturned;
import org.disclosureledger.service.oversight.event.OversightEvent;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.projection.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the rows of inspections, drills and voluntary reports. */
@Component
final class OversightProjector implements Projector {

  /** The clear members of one recording; what a kind has not is absent. */
  private record Recording(
      @Nullable String inspector,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay,
      @Nullable Instant receivedAt,
      @Nullable String channel,
      @Nullable String informant) {}

  @Override
  public String name() {
    return "oversight";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    Optional<OversightKind> kind = OversightKind.of(header.subject());
    if (kind.isEmpty() || !(payload instanceof OversightEvent event)) {
      return;
    }
    switch (event) {
      case InspectionRecorded e ->
          record(
              header,
              kind.get(),
              new Recording(e.inspector(), e.from(), e.to(), null, null, null),
              db);
      case DrillRecorded e ->
          record(header, kind.get(), new Recording(null, e.from(), e.to(), null, null, null), db);
      case NoticeRecorded e ->
          record(
              header,
              kind.get(),
              new Recording(null, null, null, e.receivedAt(), e.channel().name(), e.by().name()),
              db);
      case NoticeForwarded e -> forward(header, kind.get(), e, db);
      case OversightCorrectionPrepared unused -> {}
      case OversightCorrectionApproved unused -> {}
      case OversightCorrectionReturned unused -> {}
    }
  }

  private static void record(
      EventHeader header, OversightKind kind, Recording recording, JdbcClient db) {
    db.sql(
            """
            UPDATE recording SET shown = false
            WHERE ledger = :ledger AND kind = :kind AND id = :id AND shown\
            """)
        .param("ledger", header.ledger())
        .param("kind", kind.name())
        .param("id", kind.id(header.subject()))
        .update();
    db.sql(
            """
            INSERT INTO recording (ledger, kind, id, sequence, leaf_index, recorded_at, shown,
              inspector, first_day, last_day, received_at, channel, informant)
            VALUES (:ledger, :kind, :id, :sequence, :leaf, :recorded, true,
              :inspector, :first, :last, :received, :channel, :informant)\
            """)
        .param("ledger", header.ledger())
        .param("kind", kind.name())
        .param("id", kind.id(header.subject()))
        .param("sequence", header.sequence())
        .param("leaf", header.leafIndex())
        .param("recorded", SqlTime.of(header.recordedTime()))
        .param("inspector", recording.inspector(), Types.VARCHAR)
        .param("first", recording.firstDay(), Types.DATE)
        .param("last", recording.lastDay(), Types.DATE)
        .param(
            "received", SqlTime.ofNullable(recording.receivedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("channel", recording.channel(), Types.VARCHAR)
        .param("informant", recording.informant(), Types.VARCHAR)
        .update();
  }

  private static void forward(
      EventHeader header, OversightKind kind, NoticeForwarded event, JdbcClient db) {
    db.sql(
            """
            INSERT INTO forwarding (ledger, id, sequence, leaf_index, agency, forwarded_at)
            VALUES (:ledger, :id, :sequence, :leaf, :agency, :at)\
            """)
        .param("ledger", header.ledger())
        .param("id", kind.id(header.subject()))
        .param("sequence", header.sequence())
        .param("leaf", header.leafIndex())
        .param("agency", event.agency())
        .param("at", SqlTime.of(header.time()))
        .update();
  }
}
