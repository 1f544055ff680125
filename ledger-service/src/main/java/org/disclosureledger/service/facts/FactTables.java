package org.disclosureledger.service.facts;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.CopyText;
import org.disclosureledger.service.projection.RequestFold;
import org.disclosureledger.service.projection.RowCopy;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the tables, many requests at once. */
final class FactTables {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultVisibility(all ->
              all.withFieldVisibility(JsonAutoDetect.Visibility.ANY)
                  .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                  .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
          .build();

  private static final List<String> COLUMNS =
      Stream.concat(
              Stream.of("ledger", "request_id", "recorded_from", "recorded_until"),
              FactRow.COLUMNS.stream())
          .toList();
  private static final List<String> FOLD =
      List.of("ledger", "request_id", "recorded_from", "folded", "marks");

  private final JdbcClient db;
  private final RowCopy rows;

  FactTables(JdbcClient db, RowCopy rows) {
    this.db = db;
    this.rows = rows;
  }

  Map<UUID, RequestFacts> read(String ledger, Set<UUID> requests) {
    Map<UUID, RequestFacts> found = new LinkedHashMap<>();
    db.sql(
            """
            SELECT request_id, recorded_from, folded, marks FROM request_fold
            WHERE ledger = :ledger AND request_id = ANY (CAST(:ids AS uuid[]))\
            """)
        .param("ledger", ledger)
        .param("ids", array(requests))
        .query(row -> {
          UUID id = row.getObject(1, UUID.class);
          Marks marks = MAPPER.readValue(row.getString(4), Marks.class);
          found.put(
              id, RequestFacts.kept(id, RequestFold.read(row.getString(3)), marks, row.getLong(2)));
        });
    return found;
  }

  void write(String ledger, Collection<RequestFacts> all) {
    Map<UUID, String> replaced = new LinkedHashMap<>();
    List<UUID> ended = new ArrayList<>();
    List<Long> endedFrom = new ArrayList<>();
    List<Long> endedUntil = new ArrayList<>();
    CopyText text = new CopyText();
    CopyText folds = new CopyText();
    for (RequestFacts facts : all) {
      Long until = facts.storedUntil();
      if (facts.storedReplaced()) {
        replaced.put(facts.request(), Long.toString(facts.storedFrom()));
      } else if (until != null) {
        ended.add(facts.request());
        endedFrom.add(facts.storedFrom());
        endedUntil.add(until);
      }
      facts.write(ledger, text);
      folds
          .value(ledger)
          .value(facts.request())
          .value(facts.from())
          .value(RequestFold.write(facts.state()))
          .value(MAPPER.writeValueAsString(facts.marks()))
          .end();
    }
    remove(ledger, replaced);
    end(ledger, ended, endedFrom, endedUntil);
    forget(ledger, all);
    if (!text.isEmpty()) {
      rows.copy("request_fact", COLUMNS, text);
    }
    if (!folds.isEmpty()) {
      rows.copy("request_fold", FOLD, folds);
    }
  }

  /** Rows that never held for a moment: another entry of the same instant says more. */
  private void remove(String ledger, Map<UUID, String> replaced) {
    if (replaced.isEmpty()) {
      return;
    }
    db.sql(
            """
            DELETE FROM request_fact f
            USING unnest(CAST(:ids AS uuid[]), CAST(:from AS bigint[])) AS r(id, since)
            WHERE f.ledger = :ledger AND f.request_id = r.id AND f.recorded_from = r.since\
            """)
        .param("ledger", ledger)
        .param("ids", array(replaced.keySet()))
        .param("from", array(replaced.values()))
        .update();
  }

  private void end(String ledger, List<UUID> ids, List<Long> from, List<Long> until) {
    if (ids.isEmpty()) {
      return;
    }
    db.sql(
            """
            UPDATE request_fact f SET recorded_until = r.until
            FROM unnest(CAST(:ids AS uuid[]), CAST(:from AS bigint[]), CAST(:until AS bigint[]))
              AS r(id, since, until)
            WHERE f.ledger = :ledger AND f.request_id = r.id AND f.recorded_from = r.since\
            """)
        .param("ledger", ledger)
        .param("ids", array(ids))
        .param("from", array(from))
        .param("until", array(until))
        .update();
  }

  private void forget(String ledger, Collection<RequestFacts> all) {
    List<UUID> known =
        all.stream()
            .filter(facts -> facts.storedFrom() != FactRow.NEVER)
            .map(RequestFacts::request)
            .toList();
    if (!known.isEmpty()) {
      db.sql(
              """
              DELETE FROM request_fold
              WHERE ledger = :ledger AND request_id = ANY (CAST(:ids AS uuid[]))\
              """)
          .param("ledger", ledger)
          .param("ids", array(known))
          .update();
    }
  }

  /** A stream that begins with what nobody can read. */
  void unreadable(String ledger, UUID request, long recorded) {
    db.sql(
            """
            INSERT INTO unreadable_stream (ledger, request_id, recorded_from)
            VALUES (:ledger, :id, :recorded) ON CONFLICT DO NOTHING\
            """)
        .param("ledger", ledger)
        .param("id", request)
        .param("recorded", recorded)
        .update();
  }

  void calendar(EventHeader header, WorkingSessions sessions) {
    db.sql(
            """
            INSERT INTO calendar_fact
              (ledger, leaf, recorded_at, covers_from, covers_to, bounds, sums)
            VALUES (:ledger, :leaf, :recorded, :from, :to, CAST(:bounds AS bigint[]),
              CAST(:sums AS bigint[]))\
            """)
        .param("ledger", header.ledger())
        .param("leaf", header.leafIndex())
        .param("recorded", header.recordedTime().toEpochMilli())
        .param("from", sessions.from())
        .param("to", sessions.to())
        .param("bounds", array(sessions.bounds()))
        .param("sums", array(sessions.sums()))
        .update();
  }

  void cover(String ledger, FactsProjector.Covered reached) {
    db.sql(
            """
            INSERT INTO covered AS c (ledger, size, newest) VALUES (:ledger, :size, :newest)
            ON CONFLICT (ledger) DO UPDATE
            SET size = excluded.size, newest = greatest(c.newest, excluded.newest)\
            """)
        .param("ledger", ledger)
        .param("size", reached.size())
        .param("newest", reached.newest())
        .update();
  }

  private static String array(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
