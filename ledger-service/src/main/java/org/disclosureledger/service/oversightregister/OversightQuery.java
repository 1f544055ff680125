package org.disclosureledger.service.oversightregister;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.projection.PageCursor;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads inspections, drills and voluntary reports; it may lag behind the ledger by moments. */
@Component
public class OversightQuery {
  public static final int MAX_LIMIT = 200;

  private static final String COLUMNS =
      """
      SELECT r.*,
        o.entry AS open_entry, o.actor AS open_actor, o.recorded_at AS open_at,
        (SELECT count(*) - 1 FROM oversight.recording h
          WHERE h.ledger = r.ledger AND h.kind = r.kind AND h.id = r.id
            AND coalesce(h.correction, 'APPROVED') = 'APPROVED') AS corrections,
        ARRAY(SELECT f.agency FROM oversight.forwarding f
          WHERE f.ledger = r.ledger AND f.id = r.id ORDER BY f.sequence) AS forwarded
      """;

  /**
   * What is shown, with its open correction if it has one; ids and order are those of {@code r}.
   */
  private static final String SHOWN =
      COLUMNS
          + """
          FROM oversight.recording r
          LEFT JOIN LATERAL (SELECT * FROM oversight.recording p
            WHERE p.ledger = r.ledger AND p.kind = r.kind AND p.id = r.id
              AND p.correction = 'OPEN' ORDER BY p.sequence DESC LIMIT 1) o ON true
          WHERE r.ledger = :ledger AND r.kind = :kind AND r.shown\
          """;

  /**
   * The same of those alone that have one: these are few and have an index, however many are shown;
   * ids and order are those of {@code o}.
   */
  private static final String OPEN =
      COLUMNS
          + """
          FROM (SELECT DISTINCT ON (p.id) p.* FROM oversight.recording p
            WHERE p.ledger = :ledger AND p.kind = :kind AND p.correction = 'OPEN'
            ORDER BY p.id DESC, p.sequence DESC) o
          JOIN oversight.recording r
            ON r.ledger = :ledger AND r.kind = :kind AND r.id = o.id AND r.shown
          WHERE true\
          """;

  private static final String RECEIVED = "(r.received_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date";

  private final LedgerReader reader;

  OversightQuery(LedgerReader reader) {
    this.reader = reader;
  }

  /**
   * One page of a list, the last begun first.
   *
   * @param cursor of the page before, or {@code null} for the first
   * @param limit 1 to {@link #MAX_LIMIT}
   * @return empty when the cursor is none of this list's
   */
  public Optional<OversightPage> page(
      LedgerDescription ledger,
      OversightKind kind,
      OversightFilter filter,
      @Nullable String cursor,
      int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit");
    }
    Map<String, Object> values = values(ledger, kind);
    boolean openOnly = Boolean.TRUE.equals(filter.correctionOpen());
    String id = openOnly ? "o.id" : "r.id";
    List<String> where = new ArrayList<>(List.of(openOnly ? OPEN : SHOWN));
    if (filter.from() != null) {
      where.add("coalesce(r.last_day, " + RECEIVED + ") >= :from");
      values.put("from", filter.from());
    }
    if (filter.to() != null) {
      where.add("coalesce(r.first_day, " + RECEIVED + ") <= :to");
      values.put("to", filter.to());
    }
    if (Boolean.FALSE.equals(filter.correctionOpen())) {
      where.add("o.entry IS NULL");
    }
    if (cursor != null) {
      Optional<UUID> last = PageCursor.uuid(cursor);
      if (last.isEmpty()) {
        return Optional.empty();
      }
      where.add(id + " < :last");
      values.put("last", last.get());
    }
    values.put("limit", limit + 1);
    String sql = String.join(" AND ", where) + " ORDER BY " + id + " DESC LIMIT :limit";
    List<OversightRow> rows =
        reader.in(ledger.id(), db -> db.sql(sql).params(values).query(OversightQuery::row).list());
    return Optional.of(
        rows.size() <= limit
            ? new OversightPage(rows, null)
            : new OversightPage(
                List.copyOf(rows.subList(0, limit)), PageCursor.of(rows.get(limit - 1).id())));
  }

  private static Map<String, Object> values(LedgerDescription ledger, OversightKind kind) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("ledger", ledger.name());
    values.put("kind", kind.name());
    return values;
  }

  private static OversightRow.@Nullable OpenCorrection open(ResultSet row) throws SQLException {
    UUID prepared = row.getObject("open_entry", UUID.class);
    return prepared == null
        ? null
        : new OversightRow.OpenCorrection(
            prepared, row.getString("open_actor"), SqlTime.read(row, "open_at"));
  }

  private static OversightRow row(ResultSet row, int number) throws SQLException {
    return new OversightRow(
        row.getObject("id", UUID.class),
        OversightKind.valueOf(row.getString("kind")),
        row.getInt("corrections"),
        open(row),
        row.getLong("leaf_index"),
        SqlTime.read(row, "recorded_at"),
        row.getString("inspector"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        SqlTime.readNullable(row, "received_at"),
        row.getString("channel"),
        row.getString("informant"),
        List.of((String[]) row.getArray("forwarded").getArray()));
  }
}
