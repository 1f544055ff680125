package org.disclosureledger.service.register;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.projection.RequestFold;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestLinked;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the register's rows. */
@Component
final class RegisterProjector implements Projector {
  /** Register years are years here. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @Override
  public String name() {
    return "register";
  }

  @Override
  public int version() {
    return 4;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    Optional<UUID> requestId = RequestStream.requestId(header.subject());
    if (requestId.isEmpty() || !(payload instanceof RequestEvent event)) {
      return;
    }
    UUID id = requestId.get();
    RequestRows rows = new RequestRows(header.ledger(), id, db);
    if (event instanceof RequestRecorded recorded) {
      int year = header.recordedTime().atZone(ZONE).getYear();
      rows.insert(year, nextOrdinal(header.ledger(), year, db), header, recorded);
    }
    RequestState before =
        event instanceof RequestRecorded ? RequestState.EMPTY : RequestFold.read(rows.folded());
    RequestState after = before.evolve(event, header);
    rows.update(header, event, before, after);
    switch (event) {
      case RequestLinked linked -> rows.link(header, linked);
      case CorrectionPrepared prepared -> rows.propose(header.id(), prepared.changes());
      case CorrectionApproved approved -> rows.correct(approved.prepared());
      default -> {
        // The rest is what the state says.
      }
    }
  }

  private static int nextOrdinal(String ledger, int year, JdbcClient db) {
    return db.sql(
            """
            INSERT INTO register_counter (ledger, year, last) VALUES (:ledger, :year, 1)
            ON CONFLICT (ledger, year) DO UPDATE SET last = register_counter.last + 1
            RETURNING last\
            """)
        .param("ledger", ledger)
        .param("year", year)
        .query(Integer.class)
        .single();
  }
}
