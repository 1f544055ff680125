package org.disclosureledger.service.grantregister;

import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.erasure.event.PersonalDataErased;
import org.disclosureledger.service.grant.event.DisclosureGranted;
import org.disclosureledger.service.grant.event.DisclosureRevoked;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.projection.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps a row of each grant. */
@Component
final class GrantProjector implements Projector {

  @Override
  public String name() {
    return "grants";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    Optional<UUID> request = RequestStream.id(header.subject(), "access/");
    if (request.isEmpty()) {
      return;
    }
    switch (payload) {
      case DisclosureGranted event when event.isGivenBy(header.id()) ->
          grant(header, request.get(), event, db);
      case DisclosureRevoked event ->
          db.sql(
                  """
                  UPDATE disclosure_grant SET over = true
                  WHERE ledger = :ledger AND id = :id AND request = :request\
                  """)
              .param("ledger", header.ledger())
              .param("id", event.grant())
              .param("request", request.get())
              .update();
      case PersonalDataErased _ ->
          db.sql(
                  """
                  UPDATE disclosure_grant SET over = true
                  WHERE ledger = :ledger AND request = :request AND NOT over\
                  """)
              .param("ledger", header.ledger())
              .param("request", request.get())
              .update();
      case null, default -> {
        // Of no grant.
      }
    }
  }

  private static void grant(
      EventHeader header, UUID request, DisclosureGranted event, JdbcClient db) {
    db.sql(
            """
            INSERT INTO disclosure_grant
              (ledger, id, request, role, actor, purpose, granted_at, until, over)
            VALUES (:ledger, :id, :request, :role, :actor, :purpose, :at, :until, false)
            ON CONFLICT (ledger, id) DO NOTHING\
            """)
        .param("ledger", header.ledger())
        .param("id", event.grant())
        .param("request", request)
        .param("role", event.to().role().code())
        .param("actor", event.actor(), Types.OTHER)
        .param("purpose", event.purpose().name())
        .param("at", SqlTime.of(header.recordedTime()))
        .param("until", SqlTime.of(event.until()))
        .update();
  }
}
