package org.disclosureledger.service.facts;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
    throw new UnsupportedOperationException("facts are made by the batch");
  }

  @Override
  public void apply(List<Given> batch, JdbcClient db, RowCopy rows) {
    Map<String, Set<UUID>> touched = new LinkedHashMap<>();
    for (Given given : batch) {
      if (given.payload() instanceof RequestEvent) {
        RequestStream.requestId(given.header().subject())
            .ifPresent(id ->
                touched
                    .computeIfAbsent(given.header().ledger(), name -> new LinkedHashSet<>())
                    .add(id));
      }
    }
    FactTables tables = new FactTables(db, rows);
    Map<String, Map<UUID, RequestFacts>> kept = new LinkedHashMap<>();
    touched.forEach((ledger, ids) -> kept.put(ledger, tables.read(ledger, ids)));
    Map<String, Covered> covered = new LinkedHashMap<>();
    for (Given given : batch) {
      EventHeader header = given.header();
      covered.merge(header.ledger(), Covered.by(header), Covered::and);
      RequestStream.requestId(header.subject())
          .filter(id -> given.payload() instanceof RequestEvent)
          .ifPresent(id -> take(header, id, given.payload(), kept));
    }
    kept.forEach((ledger, facts) -> tables.write(ledger, facts.values()));
    covered.forEach(tables::cover);
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

  private void take(
      EventHeader header,
      UUID id,
      @Nullable Object payload,
      Map<String, Map<UUID, RequestFacts>> kept) {
    if (!(payload instanceof RequestEvent event)) {
      return;
    }
    Map<UUID, RequestFacts> ofLedger =
        kept.computeIfAbsent(header.ledger(), name -> new LinkedHashMap<>());
    Optional<RequestFacts> before = Optional.ofNullable(ofLedger.get(id));
    if (before.isEmpty() && !(event instanceof RequestRecorded)) {
      UnreadableStreams.alarmUnrecorded(name(), header);
      return;
    }
    RequestFacts facts = before.orElseGet(() -> RequestFacts.begin(id));
    if (facts.unreadable()) {
      return;
    }
    RequestState after;
    try {
      after = facts.state().evolve(event, header);
    } catch (StreamUnreadable contradiction) {
      UnreadableStreams.alarm(name(), header, contradiction);
      facts.endReading(header);
      return;
    }
    facts.take(header, event, after);
    if (before.isEmpty()) {
      ofLedger.put(id, facts);
      if (header.sequence() > 0) {
        facts.endReading(header);
      }
    }
  }
}
