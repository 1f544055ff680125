package org.disclosureledger.service.facts;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.Projector;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.projection.RowCopy;
import org.disclosureledger.service.projection.UnreadableStreams;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.StreamUnreadable;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the facts that figures are counted from. A batch reads each request once and writes each of
 * its rows once, whatever happens to it meanwhile.
 */
@Component
public final class FactsProjector implements Projector {
  public static final String NAME = "facts";
  private static final String CALENDAR = "calendar";

  /**
   * What rows not yet written may hold, in elements of arrays: some hundred megabytes. Each row of
   * a request repeats what came before, and a batch may be one request's alone.
   */
  private static final long MOST_HELD = 4_000_000;

  private final long mostHeld;

  FactsProjector(long mostHeld) {
    this.mostHeld = mostHeld;
  }

  public FactsProjector() {
    this(MOST_HELD);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    throw new UnsupportedOperationException("facts are made by the batch");
  }

  @Override
  public void apply(List<Given> batch, JdbcClient db, RowCopy rows) {
    Map<String, Set<UUID>> touched = new LinkedHashMap<>();
    for (Given given : batch) {
      RequestStream.requestId(given.header().subject())
          .ifPresent(id ->
              touched
                  .computeIfAbsent(given.header().ledger(), name -> new LinkedHashSet<>())
                  .add(id));
    }
    FactTables tables = new FactTables(db, rows);
    Map<String, Map<UUID, RequestFacts>> kept = new LinkedHashMap<>();
    touched.forEach((ledger, ids) -> kept.put(ledger, tables.read(ledger, ids)));
    Map<String, Covered> covered = new LinkedHashMap<>();
    HalvesOver halves = new HalvesOver();
    AgencyProvinces provinces = new AgencyProvinces(db);
    long held = 0;
    for (Given given : batch) {
      EventHeader header = given.header();
      covered.merge(header.ledger(), Covered.by(header), Covered::and);
      halves.take(header);
      if (header.subject().value().equals(CALENDAR)) {
        if (given.payload() instanceof CalendarImported calendar) {
          tables.calendar(header, WorkingSessions.of(calendar));
        } else if (given.payload() == null) {
          // What this version does not know may be the calendar that counts: then none does.
          tables.calendar(header, WorkingSessions.NONE);
        }
      }
      if (given.payload() instanceof AgencyEvent event) {
        provinces.take(header, event);
      }
      Optional<UUID> request = RequestStream.requestId(header.subject());
      if (request.isPresent()) {
        Map<UUID, RequestFacts> ofLedger = Objects.requireNonNull(kept.get(header.ledger()));
        held += take(header, request.get(), given.payload(), ofLedger, tables);
      }
      if (held > mostHeld) {
        kept.forEach((ledger, facts) -> tables.write(ledger, facts.values()));
        kept.replaceAll(
            (ledger, facts) -> tables.read(ledger, Objects.requireNonNull(touched.get(ledger))));
        held = 0;
      }
    }
    kept.forEach((ledger, facts) -> tables.write(ledger, facts.values()));
    covered.forEach(tables::cover);
    halves.write(db);
  }

  /** How far a ledger's facts have come. */
  record Covered(long size, long newest) {
    static Covered by(EventHeader header) {
      return new Covered(header.leafIndex() + 1, header.recordedTime().toEpochMilli());
    }

    Covered and(Covered later) {
      return new Covered(Math.max(size, later.size), Math.max(newest, later.newest));
    }
  }

  /** How much more is held now. */
  private long take(
      EventHeader header,
      UUID id,
      @Nullable Object payload,
      Map<UUID, RequestFacts> ofLedger,
      FactTables tables) {
    RequestFacts before = ofLedger.get(id);
    if (before != null && before.unreadable()) {
      return 0;
    }
    if (!(payload instanceof RequestEvent event)) {
      // What nobody here knows may have changed anything.
      if (before != null) {
        return before.endReading(header);
      }
      if (header.sequence() == 0) {
        tables.unreadable(header.ledger(), id, header.recordedTime().toEpochMilli());
      }
      return 0;
    }
    if (before == null && (header.sequence() > 0 || !(event instanceof RequestRecorded))) {
      // It begins with something else: no request, whatever follows; or one told as unreadable.
      UnreadableStreams.alarmUnrecorded(name(), header);
      return 0;
    }
    RequestFacts facts = before == null ? RequestFacts.begin(id) : before;
    RequestState after;
    try {
      after = facts.state().evolve(event, header);
    } catch (StreamUnreadable contradiction) {
      UnreadableStreams.alarm(name(), header, contradiction);
      if (before != null) {
        return before.endReading(header);
      }
      tables.unreadable(header.ledger(), id, header.recordedTime().toEpochMilli());
      return 0;
    }
    ofLedger.put(id, facts);
    return facts.take(header, event, after);
  }
}
