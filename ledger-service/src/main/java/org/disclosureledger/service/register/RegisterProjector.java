package org.disclosureledger.service.register;

import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.projection.RequestFold;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.projection.UnreadableStreams;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.StreamUnreadable;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestLinked;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.sealing.RegisterNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the register's rows. A stream whose entries contradict each other stops its own row, which
 * says so, and no other.
 */
@Component
final class RegisterProjector implements Projector {
  @Override
  public String name() {
    return "register";
  }

  @Override
  public int version() {
    return 9;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    Optional<UUID> requestId = RequestStream.requestId(header.subject());
    if (requestId.isEmpty() || !(payload instanceof RequestEvent event)) {
      return;
    }
    RequestRows rows = new RequestRows(header.ledger(), requestId.get(), db);
    Optional<RequestRows.Kept> kept = rows.kept();
    if (kept.isPresent()) {
      if (kept.get().unreadable()) {
        rows.pass(header);
      } else {
        follow(header, event, RequestFold.read(kept.get().folded()), rows);
      }
    } else if (event instanceof RequestRecorded recorded) {
      rows.insert(RegisterNumbers.given(header, db), header, recorded);
      follow(header, event, RequestState.EMPTY, rows);
      if (header.sequence() > 0) {
        rows.unreadable(0, header);
      }
    } else {
      UnreadableStreams.alarmUnrecorded(name(), header);
    }
  }

  private void follow(
      EventHeader header, RequestEvent event, RequestState before, RequestRows rows) {
    RequestState after;
    try {
      after = before.evolve(event, header);
    } catch (StreamUnreadable contradiction) {
      // Only what the entries say: a database that fails stops the projection, to be tried again.
      UnreadableStreams.alarm(name(), header, contradiction);
      rows.unreadable(header.sequence(), header);
      return;
    }
    rows.update(header, event, before, after);
    switch (event) {
      case RequestLinked linked -> rows.link(header, linked);
      case CorrectionPrepared prepared -> rows.propose(header.id(), prepared);
      case CorrectionApproved approved -> rows.correct(approved.prepared());
      default -> {
        // The rest is what the state says.
      }
    }
  }
}
