package org.disclosureledger.service.alert;

import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which requests two people refused as suspected forgeries. */
@Component
final class ForgeryProjector implements Projector {
  @Override
  public String name() {
    return "forgery";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    Optional<UUID> request = RequestStream.requestId(header.subject());
    if (request.isEmpty()) {
      return;
    }
    if (payload instanceof RefusalPrepared prepared
        && prepared.grounds().contains(RefusalGround.SUSPECTED_FORGED)) {
      db.sql(
              """
              INSERT INTO proposed (ledger, prepared) VALUES (:ledger, :prepared)
              ON CONFLICT DO NOTHING\
              """)
          .param("ledger", header.ledger())
          .param("prepared", header.id())
          .update();
    } else if (payload instanceof RefusalApproved approved) {
      db.sql(
              """
              INSERT INTO suspicion (ledger, event_id, request_id, recorded_at)
              SELECT :ledger, :event, :request, :recorded FROM proposed
              WHERE ledger = :ledger AND prepared = :prepared
              ON CONFLICT DO NOTHING\
              """)
          .param("ledger", header.ledger())
          .param("event", header.id())
          .param("request", request.get())
          .param("recorded", SqlTime.of(header.recordedTime()))
          .param("prepared", approved.prepared())
          .update();
    }
  }
}
