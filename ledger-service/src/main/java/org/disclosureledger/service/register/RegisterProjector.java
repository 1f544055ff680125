package org.disclosureledger.service.register;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
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
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.request.event.RequestEvent;
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
    return 1;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    Optional<UUID> requestId = RequestStream.requestId(header.subject());
    if (requestId.isEmpty() || !(payload instanceof RequestEvent event)) {
      return;
    }
    UUID id = requestId.get();
    if (event instanceof RequestRecorded recorded) {
      insert(header, id, recorded, db);
    } else {
      RequestState state = RequestFold.read(folded(header.ledger(), id, db));
      update(header, id, state.evolve(event, header), db);
    }
    if (event instanceof DeadlineSet deadline) {
      setDue(header.ledger(), id, deadline.due(), db);
    } else if (event instanceof RequestClosed) {
      setClosed(header.ledger(), id, header.time(), db);
    }
  }

  private static void insert(EventHeader header, UUID id, RequestRecorded event, JdbcClient db) {
    RequestState state = RequestState.EMPTY.evolve(event, header);
    int year = header.recordedTime().atZone(ZONE).getYear();
    db.sql(
            """
            INSERT INTO request (ledger, request_id, register_year, register_ordinal, received_at,
              recorded_at, agency_code, agency_kind, channel, case_type, priority, urgency, secrecy,
              emergency, item_count, item_kinds, state, last_sequence, folded)
            VALUES (:ledger, :id, :year, :ordinal, :received, :recorded, :agency, :agencyKind,
              :channel, :caseType, :priority, :urgency, :secrecy, :emergency, :itemCount,
              :itemKinds, :state, :sequence, :folded)\
            """)
        .param("ledger", header.ledger())
        .param("id", id)
        .param("year", year)
        .param("ordinal", nextOrdinal(header.ledger(), year, db))
        .param("received", SqlTime.of(event.receivedAt()))
        .param("recorded", SqlTime.of(header.recordedTime()))
        .param("agency", event.requestingAgency().code())
        .param("agencyKind", event.requestingAgency().kind().name())
        .param("channel", event.channel().name())
        .param("caseType", event.caseType().name())
        .param("priority", event.priority().name())
        .param("urgency", event.urgency().name())
        .param("secrecy", event.secrecy().name())
        .param("emergency", event.emergency())
        .param("itemCount", state.items().size())
        .param("itemKinds", kinds(state), Types.ARRAY)
        .param("state", state.status().name())
        .param("sequence", header.sequence())
        .param("folded", RequestFold.write(state))
        .update();
    writeItems(header.ledger(), id, state, db);
  }

  private static String[] kinds(RequestState state) {
    return state.items().stream()
        .map(item -> item.kind().name())
        .distinct()
        .sorted()
        .toArray(String[]::new);
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

  private static String folded(String ledger, UUID id, JdbcClient db) {
    return db.sql("SELECT folded FROM request WHERE ledger = :ledger AND request_id = :id")
        .param("ledger", ledger)
        .param("id", id)
        .query(String.class)
        .single();
  }

  private static void update(EventHeader header, UUID id, RequestState state, JdbcClient db) {
    db.sql(
            """
            UPDATE request SET state = :state, answered_at = :answered, last_sequence = :sequence,
              item_count = :itemCount, item_kinds = :itemKinds, folded = :folded
            WHERE ledger = :ledger AND request_id = :id\
            """)
        .param("ledger", header.ledger())
        .param("id", id)
        .param("state", state.status().name())
        .param(
            "answered",
            SqlTime.ofNullable(state.answeredAt().orElse(null)),
            Types.TIMESTAMP_WITH_TIMEZONE)
        // A long list of items goes on in items.listed entries behind the first.
        .param("itemCount", state.items().size())
        .param("itemKinds", kinds(state), Types.ARRAY)
        .param("sequence", header.sequence())
        .param("folded", RequestFold.write(state))
        .update();
    writeItems(header.ledger(), id, state, db);
  }

  private static void writeItems(String ledger, UUID id, RequestState state, JdbcClient db) {
    for (ItemProgress item : state.items()) {
      db.sql(
              """
              INSERT INTO item AS i (ledger, request_id, ordinal, kind, state, terminal_at)
              VALUES (:ledger, :id, :ordinal, :kind, :state, :terminal)
              ON CONFLICT (ledger, request_id, ordinal)
              DO UPDATE SET state = excluded.state, terminal_at = excluded.terminal_at
              WHERE (i.state, i.terminal_at)
                IS DISTINCT FROM (excluded.state, excluded.terminal_at)\
              """)
          .param("ledger", ledger)
          .param("id", id)
          .param("ordinal", item.ordinal())
          .param("kind", item.kind().name())
          .param("state", item.state().name())
          .param("terminal", SqlTime.ofNullable(item.terminalAt()), Types.TIMESTAMP_WITH_TIMEZONE)
          .update();
    }
  }

  /** The first one set stays as the original, whatever follows. */
  private static void setDue(String ledger, UUID id, @Nullable Instant due, JdbcClient db) {
    db.sql(
            """
            UPDATE request SET due = :due,
              original_due = CASE WHEN due_is_set THEN original_due ELSE :due END, due_is_set = true
            WHERE ledger = :ledger AND request_id = :id\
            """)
        .param("ledger", ledger)
        .param("id", id)
        .param("due", SqlTime.ofNullable(due), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  private static void setClosed(String ledger, UUID id, Instant time, JdbcClient db) {
    db.sql("UPDATE request SET closed_at = :at WHERE ledger = :ledger AND request_id = :id")
        .param("ledger", ledger)
        .param("id", id)
        .param("at", SqlTime.of(time))
        .update();
  }
}
