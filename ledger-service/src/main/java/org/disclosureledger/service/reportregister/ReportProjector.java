package org.disclosureledger.service.reportregister;

import java.sql.Types;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.report.ReportName;
import org.disclosureledger.service.report.event.ReportAmended;
import org.disclosureledger.service.report.event.ReportFrozen;
import org.disclosureledger.service.report.event.ReportSubmitted;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the list of reports. */
@Component
final class ReportProjector implements Projector {
  @Override
  public String name() {
    return "report";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    ReportName.of(header.subject())
        .ifPresent(name -> {
          switch (payload) {
            case ReportFrozen frozen -> frozen(header, name, frozen, db);
            case ReportAmended amended -> amended(header, name, amended, db);
            case ReportSubmitted submitted -> submitted(header, name, submitted, db);
            case null, default -> {
              // Figures stay in the log.
            }
          }
        });
  }

  private static void frozen(
      EventHeader header, ReportName name, ReportFrozen event, JdbcClient db) {
    db.sql(
            """
            INSERT INTO report (ledger, name, kind, period_from, period_to, frozen_at, leaf_index,
              as_of, due_by)
            VALUES (:ledger, :name, :kind, :from, :to, :recorded, :leaf, :asOf, :due)
            ON CONFLICT (ledger, name) DO NOTHING\
            """)
        .param("ledger", header.ledger())
        .param("name", name.value())
        .param("kind", event.kind().name())
        .param("from", SqlTime.of(event.from()))
        .param("to", SqlTime.of(event.to()))
        .param("recorded", SqlTime.of(header.recordedTime()))
        .param("leaf", header.leafIndex())
        .param("asOf", SqlTime.of(event.asOf()))
        .param("due", SqlTime.ofNullable(event.dueBy()), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  private static void amended(
      EventHeader header, ReportName name, ReportAmended event, JdbcClient db) {
    db.sql(
            """
            UPDATE report SET amendments = amendments + 1, amended_as_of = :asOf
            WHERE ledger = :ledger AND name = :name\
            """)
        .param("ledger", header.ledger())
        .param("name", name.value())
        .param("asOf", SqlTime.of(event.asOf()))
        .update();
  }

  private static void submitted(
      EventHeader header, ReportName name, ReportSubmitted event, JdbcClient db) {
    db.sql(
            """
            UPDATE report SET submissions = submissions + 1, submitted_at = :at,
              recipient = :recipient
            WHERE ledger = :ledger AND name = :name\
            """)
        .param("ledger", header.ledger())
        .param("name", name.value())
        .param("at", SqlTime.of(header.time()))
        .param("recipient", event.recipient())
        .update();
  }
}
