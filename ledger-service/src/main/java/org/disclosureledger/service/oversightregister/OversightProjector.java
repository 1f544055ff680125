package org.disclosureledger.service.oversightregister;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.oversight.content.OversightKind;
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

/**
 * Keeps the rows of inspections, drills and voluntary reports. A decision on what does not wait for
 * one changes nothing, and a second recording of old streams counts as it did: it replaces.
 */
@Component
final class OversightProjector implements Projector {

  /** The clear members of one recording; what a kind has not is absent. */
  private record Recording(
      @Nullable String inspector,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay,
      @Nullable Instant receivedAt,
      @Nullable String channel,
      @Nullable String informant) {

    static Recording of(InspectionRecorded e) {
      return new Recording(e.inspector(), e.from(), e.to(), null, null, null);
    }

    static Recording of(DrillRecorded e) {
      return new Recording(null, e.from(), e.to(), null, null, null);
    }

    static Recording of(NoticeRecorded e) {
      return new Recording(null, null, null, e.receivedAt(), e.channel().name(), e.by().name());
    }

    static Optional<Recording> of(OversightCorrectionPrepared e) {
      return Optional.ofNullable(e.inspection())
          .map(Recording::of)
          .or(() -> Optional.ofNullable(e.drill()).map(Recording::of))
          .or(() -> Optional.ofNullable(e.notice()).map(Recording::of));
    }
  }

  @Override
  public String name() {
    return "oversight";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    Optional<OversightKind> kind = OversightKind.of(header.subject());
    if (kind.isEmpty() || !(payload instanceof OversightEvent event)) {
      return;
    }
    Rows rows = new Rows(header, kind.get(), db);
    switch (event) {
      case InspectionRecorded e -> rows.record(Recording.of(e));
      case DrillRecorded e -> rows.record(Recording.of(e));
      case NoticeRecorded e -> rows.record(Recording.of(e));
      case NoticeForwarded e -> rows.forward(e);
      case OversightCorrectionPrepared e -> Recording.of(e).ifPresent(rows::propose);
      case OversightCorrectionApproved e -> {
        if (rows.decide(e.prepared(), "APPROVED")) {
          rows.show(e.prepared());
        }
      }
      case OversightCorrectionReturned e -> rows.decide(e.prepared(), "RETURNED");
    }
  }

  /** The rows of the stream that an entry belongs to. */
  private record Rows(EventHeader header, OversightKind kind, JdbcClient db) {
    private JdbcClient.StatementSpec sql(String text) {
      return db.sql(text)
          .param("ledger", header.ledger())
          .param("kind", kind.name())
          .param("id", kind.id(header.subject()));
    }

    void record(Recording recording) {
      insert(recording, null);
      show(header.id());
    }

    void propose(Recording recording) {
      insert(recording, "OPEN");
    }

    private void insert(Recording recording, @Nullable String correction) {
      sql("""
      INSERT INTO recording (ledger, kind, id, sequence, leaf_index, recorded_at, entry, actor,
        correction, shown, inspector, first_day, last_day, received_at, channel, informant)
      VALUES (:ledger, :kind, :id, :sequence, :leaf, :recorded, :entry, :actor,
        :correction, false, :inspector, :first, :last, :received, :channel, :informant)\
      """)
          .param("sequence", header.sequence())
          .param("leaf", header.leafIndex())
          .param("recorded", SqlTime.of(header.recordedTime()))
          .param("entry", header.id())
          .param("actor", header.actor().value())
          .param("correction", correction, Types.VARCHAR)
          .param("inspector", recording.inspector(), Types.VARCHAR)
          .param("first", recording.firstDay(), Types.DATE)
          .param("last", recording.lastDay(), Types.DATE)
          .param(
              "received", SqlTime.ofNullable(recording.receivedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
          .param("channel", recording.channel(), Types.VARCHAR)
          .param("informant", recording.informant(), Types.VARCHAR)
          .update();
    }

    boolean decide(UUID prepared, String outcome) {
      return sql("""
      UPDATE recording SET correction = :outcome
      WHERE ledger = :ledger AND kind = :kind AND id = :id
        AND entry = :prepared AND correction = 'OPEN'\
      """)
              .param("prepared", prepared)
              .param("outcome", outcome)
              .update()
          > 0;
    }

    /** One holds, no more: first nothing, then this. */
    void show(UUID entry) {
      sql("""
      UPDATE recording SET shown = false
      WHERE ledger = :ledger AND kind = :kind AND id = :id AND shown\
      """)
          .update();
      sql("""
      UPDATE recording SET shown = true
      WHERE ledger = :ledger AND kind = :kind AND id = :id AND entry = :entry\
      """)
          .param("entry", entry)
          .update();
    }

    void forward(NoticeForwarded event) {
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
}
