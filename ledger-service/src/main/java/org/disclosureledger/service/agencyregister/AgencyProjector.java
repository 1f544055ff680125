package org.disclosureledger.service.agencyregister;

import java.sql.Types;
import java.time.LocalDate;
import org.disclosureledger.service.agency.event.AgencyAmended;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.agency.event.AgencyRegistered;
import org.disclosureledger.service.agency.event.AgencySucceeded;
import org.disclosureledger.service.agency.event.ContactRetired;
import org.disclosureledger.service.agency.event.ContactVerified;
import org.disclosureledger.service.agency.event.OfficerRegistered;
import org.disclosureledger.service.agency.event.OfficerRetired;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Keeps the rows of the agency register. */
@Component
final class AgencyProjector implements Projector {
  private static final String SEARCH =
      "name_vi = :nameVi, name_en = :nameEn, searched_vi = :searchedVi, searched_en = :searchedEn";

  @Override
  public String name() {
    return "agency";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    if (!(payload instanceof AgencyEvent event)) {
      return;
    }
    switch (event) {
      case AgencyRegistered e -> insert(header, e, db);
      case AgencyAmended e -> amend(header, e, db);
      case AgencySucceeded e -> succeed(header, e, db);
      case ContactVerified e -> verify(header, e, db);
      case ContactRetired e -> retire(header, e, db);
      case OfficerRegistered e -> register(header, e, db);
      case OfficerRetired e -> retire(header, e, db);
    }
    of(
            header,
            db,
            "UPDATE agency SET last_sequence = :last WHERE ledger = :ledger AND stream = :stream")
        .param("last", header.sequence())
        .update();
  }

  private static StatementSpec of(EventHeader header, JdbcClient db, String sql) {
    return db.sql(sql).param("ledger", header.ledger()).param("stream", header.subject().value());
  }

  private static StatementSpec profile(
      StatementSpec sql,
      AgencyKind kind,
      @Nullable String province,
      String nameVi,
      String nameEn,
      LocalDate from,
      @Nullable LocalDate until) {
    return sql.param("kind", kind.name())
        .param("province", province, Types.VARCHAR)
        .param("nameVi", nameVi)
        .param("nameEn", nameEn)
        .param("searchedVi", SearchText.of(nameVi))
        .param("searchedEn", SearchText.of(nameEn))
        .param("from", from)
        .param("until", until, Types.DATE);
  }

  private static void insert(EventHeader header, AgencyRegistered event, JdbcClient db) {
    StatementSpec sql =
        of(
                header,
                db,
                """
                INSERT INTO agency (ledger, stream, code, kind, province, name_vi, name_en,
                  searched_vi, searched_en, valid_from, stated_until, last_sequence)
                VALUES (:ledger, :stream, :code, :kind, :province, :nameVi, :nameEn,
                  :searchedVi, :searchedEn, :from, :until, 0)\
                """)
            .param("code", event.code());
    profile(
            sql,
            event.kind(),
            event.province(),
            event.nameVi(),
            event.nameEn(),
            event.validFrom(),
            event.validUntil())
        .update();
  }

  private static void amend(EventHeader header, AgencyAmended event, JdbcClient db) {
    StatementSpec sql =
        of(
            header,
            db,
            "UPDATE agency SET kind = :kind, province = :province, valid_from = :from, stated_until = :until, "
                + SEARCH
                + " WHERE ledger = :ledger AND stream = :stream");
    profile(
            sql,
            event.kind(),
            event.province(),
            event.nameVi(),
            event.nameEn(),
            event.validFrom(),
            event.validUntil())
        .update();
  }

  private static void succeed(EventHeader header, AgencySucceeded event, JdbcClient db) {
    of(
            header,
            db,
            """
            UPDATE agency SET successor = :successor, successor_from = :from
            WHERE ledger = :ledger AND stream = :stream\
            """)
        .param("successor", event.successor())
        .param("from", event.from())
        .update();
  }

  private static void verify(EventHeader header, ContactVerified event, JdbcClient db) {
    of(
            header,
            db,
            """
            INSERT INTO contact (ledger, stream, contact, channel, method, emergency, verified_since)
            VALUES (:ledger, :stream, :contact, :channel, :method, :emergency, :since)\
            """)
        .param("contact", event.contact())
        .param("channel", event.channel().name())
        .param("method", event.method().name())
        .param("emergency", event.emergency())
        .param("since", SqlTime.of(header.time()))
        .update();
  }

  private static void retire(EventHeader header, ContactRetired event, JdbcClient db) {
    of(
            header,
            db,
            """
            UPDATE contact SET retired_at = :at
            WHERE ledger = :ledger AND stream = :stream AND contact = :contact\
            """)
        .param("contact", event.contact())
        .param("at", SqlTime.of(header.time()))
        .update();
  }

  private static void register(EventHeader header, OfficerRegistered event, JdbcClient db) {
    of(
            header,
            db,
            """
            INSERT INTO officer (ledger, stream, officer, valid_from, valid_until)
            VALUES (:ledger, :stream, :officer, :from, :until)\
            """)
        .param("officer", event.officer())
        .param("from", event.validFrom())
        .param("until", event.validUntil(), Types.DATE)
        .update();
  }

  private static void retire(EventHeader header, OfficerRetired event, JdbcClient db) {
    of(
            header,
            db,
            """
            UPDATE officer SET valid_until = LEAST(valid_until, :until), retired = true
            WHERE ledger = :ledger AND stream = :stream AND officer = :officer\
            """)
        .param("officer", event.officer())
        .param("until", event.from().minusDays(1))
        .update();
  }
}
