package org.disclosureledger.service.turnaround;

import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.projection.RequestFold;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.projection.UnreadableStreams;
import org.disclosureledger.service.request.Demand;
import org.disclosureledger.service.request.ItemProgress;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.StreamUnreadable;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.RequestReopened;
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
    return 10;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    cover(header, db);
    Optional<UUID> requestId = RequestStream.requestId(header.subject());
    if (requestId.isEmpty() || !(payload instanceof RequestEvent event)) {
      return;
    }
    UUID id = requestId.get();
    Optional<Kept> kept = kept(header.ledger(), id, db);
    if (kept.isPresent()) {
      if (!kept.get().unreadable()) {
        follow(header, id, event, RequestFold.read(kept.get().folded()), db);
      }
    } else if (event instanceof RequestRecorded recorded) {
      insert(header, id, recorded, db);
      follow(header, id, event, RequestState.EMPTY, db);
      if (header.sequence() > 0) {
        unreadable(header, id, db);
      }
    } else {
      UnreadableStreams.alarmUnrecorded(name(), header);
    }
  }

  private void follow(
      EventHeader header, UUID id, RequestEvent event, RequestState before, JdbcClient db) {
    RequestState after;
    try {
      after = before.evolve(event, header);
    } catch (StreamUnreadable contradiction) {
      // Only what the entries say: a database that fails stops the projection, to be tried again.
      UnreadableStreams.alarm(name(), header, contradiction);
      unreadable(header, id, db);
      return;
    }
    fold(header, id, after, db);
    Fact fact = new Fact(header, id, db);
    // Not every deadline.set moves it: some are of another purpose, or came too late to count.
    if (!before.clock().set() && after.clock().set()
        || !Objects.equals(before.clock().due(), after.clock().due())) {
      fact.add("deadline_fact", "due", after.clock().due());
    }
    Instant corrected = correctedReceipt(after);
    if (corrected != null && !corrected.equals(correctedReceipt(before))) {
      fact.add("correction_fact", "received_at", corrected);
    }
    if (before.items().size() != after.items().size()) {
      fact.addSize(after.items().size());
    }
    if (event instanceof RequestCancelled) {
      fact.add("cancellation_fact", "cancelled_at", header.time());
    } else if (event instanceof RequestReopened) {
      fact.add("cancellation_fact", "cancelled_at", null);
    }
    PaperOwed paper = PaperOwed.of(after);
    if (!paper.equals(PaperOwed.of(before))) {
      paper.insert(header, id, db);
    }
    addItemChanges(header, id, before, after, db);
  }

  private static void cover(EventHeader header, JdbcClient db) {
    // recordedtime falls no more than the slack below the ledger's newest: behind an entry that is
    // later than a half-year's end by more than that, none of that half-year comes.
    Instant none = header.recordedTime().minus(FormatLimits.RECORDED_TIME_SLACK).minusMillis(1);
    db.sql(
            """
            WITH reached AS (
              INSERT INTO covered (ledger, size) VALUES (:ledger, :leaf + 1)
              ON CONFLICT (ledger) DO UPDATE SET size = excluded.size
            )
            INSERT INTO half_over (ledger, ended, leaf) VALUES (:ledger, :ended, :leaf)
            ON CONFLICT DO NOTHING\
            """)
        .param("ledger", header.ledger())
        .param("leaf", header.leafIndex())
        .param("ended", SqlTime.of(TurnaroundPeriod.halfYearOf(none).from()))
        .update();
  }

  /** What is kept between two entries; of an unreadable stream, what stood before. */
  private record Kept(String folded, boolean unreadable) {}

  private static Optional<Kept> kept(String ledger, UUID id, JdbcClient db) {
    return db.sql(
            """
            SELECT folded, unreadable_at IS NOT NULL FROM request_fact
            WHERE ledger = :ledger AND request_id = :id\
            """)
        .param("ledger", ledger)
        .param("id", id)
        .query((row, n) -> new Kept(row.getString(1), row.getBoolean(2)))
        .optional();
  }

  private static void unreadable(EventHeader header, UUID id, JdbcClient db) {
    db.sql(
            """
            UPDATE request_fact SET unreadable_at = :recorded
            WHERE ledger = :ledger AND request_id = :id\
            """)
        .param("ledger", header.ledger())
        .param("id", id)
        .param("recorded", SqlTime.of(header.recordedTime()))
        .update();
  }

  private static void insert(EventHeader header, UUID id, RequestRecorded event, JdbcClient db) {
    db.sql(
            """
            INSERT INTO request_fact
              (ledger, request_id, received_at, recorded_at, folded)
            VALUES (:ledger, :id, :received, :recorded, '')\
            """)
        .param("ledger", header.ledger())
        .param("id", id)
        .param("received", SqlTime.of(event.receivedAt()))
        .param("recorded", SqlTime.of(header.recordedTime()))
        .update();
  }

  private static void fold(EventHeader header, UUID id, RequestState state, JdbcClient db) {
    db.sql(
            """
            UPDATE request_fact SET folded = :folded
            WHERE ledger = :ledger AND request_id = :id\
            """)
        .param("ledger", header.ledger())
        .param("id", id)
        .param("folded", RequestFold.write(state))
        .update();
  }

  private static @Nullable Instant correctedReceipt(RequestState state) {
    Demand demand = state.demand();
    return demand == null ? null : demand.correctedReceivedAt();
  }

  /** What one entry adds; tables and columns are constants of this class. */
  private record Fact(EventHeader header, UUID id, JdbcClient db) {
    void add(String table, String column, @Nullable Instant value) {
      insert(table, column)
          .param("value", SqlTime.ofNullable(value), Types.TIMESTAMP_WITH_TIMEZONE)
          .update();
    }

    void addSize(int items) {
      insert("size_fact", "items").param("value", items).update();
    }

    private JdbcClient.StatementSpec insert(String table, String column) {
      return db.sql(
              "INSERT INTO %s (ledger, request_id, sequence, recorded_at, %s)"
                      .formatted(table, column)
                  + " VALUES (:ledger, :id, :sequence, :recorded, :value)")
          .param("ledger", header.ledger())
          .param("id", id)
          .param("sequence", header.sequence())
          .param("recorded", SqlTime.of(header.recordedTime()));
    }
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
