package org.disclosureledger.service.turnaround;

import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.projection.RequestFold;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.request.ItemProgress;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the facts that figures are computed from; nothing is ever overwritten, only added. */
@Component
final class TurnaroundProjector implements Projector {

  @Override
  public String name() {
    return "turnaround";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    cover(header, db);
    Optional<UUID> requestId = RequestStream.requestId(header.subject());
    if (requestId.isEmpty() || !(payload instanceof RequestEvent event)) {
      return;
    }
    UUID id = requestId.get();
    RequestState before =
        event instanceof RequestRecorded ? RequestState.EMPTY : folded(header.ledger(), id, db);
    RequestState after = before.evolve(event, header);
    if (event instanceof RequestRecorded recorded) {
      insert(header, id, recorded, after, db);
    } else {
      fold(header, id, after, db);
    }
    if (event instanceof DeadlineSet deadline) {
      addDeadline(header, id, deadline.due(), db);
    }
    addItemChanges(header, id, before, after, db);
  }

  private static void cover(EventHeader header, JdbcClient db) {
    db.sql(
            """
            INSERT INTO covered (ledger, size) VALUES (:ledger, :size)
            ON CONFLICT (ledger) DO UPDATE SET size = excluded.size\
            """)
        .param("ledger", header.ledger())
        .param("size", header.leafIndex() + 1)
        .update();
  }

  private static RequestState folded(String ledger, UUID id, JdbcClient db) {
    return db.sql("SELECT folded FROM request_fact WHERE ledger = :ledger AND request_id = :id")
        .param("ledger", ledger)
        .param("id", id)
        .query((row, n) -> RequestFold.read(row.getString(1)))
        .single();
  }

  private static void insert(
      EventHeader header, UUID id, RequestRecorded event, RequestState state, JdbcClient db) {
    db.sql(
            """
            INSERT INTO request_fact
              (ledger, request_id, received_at, recorded_at, item_count, folded)
            VALUES (:ledger, :id, :received, :recorded, :items, :folded)\
            """)
        .param("ledger", header.ledger())
        .param("id", id)
        .param("received", SqlTime.of(event.receivedAt()))
        .param("recorded", SqlTime.of(header.recordedTime()))
        .param("items", state.items().size())
        .param("folded", RequestFold.write(state))
        .update();
  }

  private static void fold(EventHeader header, UUID id, RequestState state, JdbcClient db) {
    db.sql(
            """
            UPDATE request_fact SET folded = :folded, item_count = :items
            WHERE ledger = :ledger AND request_id = :id\
            """)
        .param("ledger", header.ledger())
        .param("id", id)
        .param("items", state.items().size())
        .param("folded", RequestFold.write(state))
        .update();
  }

  private static void addDeadline(
      EventHeader header, UUID id, @Nullable Instant due, JdbcClient db) {
    db.sql(
            """
            INSERT INTO deadline_fact (ledger, request_id, sequence, recorded_at, due)
            VALUES (:ledger, :id, :sequence, :recorded, :due)\
            """)
        .param("ledger", header.ledger())
        .param("id", id)
        .param("sequence", header.sequence())
        .param("recorded", SqlTime.of(header.recordedTime()))
        .param("due", SqlTime.ofNullable(due), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  private static void addItemChanges(
      EventHeader header, UUID id, RequestState before, RequestState after, JdbcClient db) {
    Map<Integer, Instant> terminalBefore = new HashMap<>();
    for (ItemProgress item : before.items()) {
      if (item.terminalAt() != null) {
        terminalBefore.put(item.ordinal(), item.terminalAt());
      }
    }
    for (ItemProgress item : after.items()) {
      if (!Objects.equals(terminalBefore.get(item.ordinal()), item.terminalAt())) {
        addItemChange(header, id, item, db);
      }
    }
  }

  private static void addItemChange(EventHeader header, UUID id, ItemProgress item, JdbcClient db) {
    db.sql(
            """
            INSERT INTO item_change (ledger, request_id, item, sequence, recorded_at, terminal_at)
            VALUES (:ledger, :id, :item, :sequence, :recorded, :terminal)\
            """)
        .param("ledger", header.ledger())
        .param("id", id)
        .param("item", item.ordinal())
        .param("sequence", header.sequence())
        .param("recorded", SqlTime.of(header.recordedTime()))
        .param("terminal", SqlTime.ofNullable(item.terminalAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }
}
