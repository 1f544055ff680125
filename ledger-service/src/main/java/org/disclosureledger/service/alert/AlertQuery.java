package org.disclosureledger.service.alert;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.projection.PageCursor;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was raised, one ledger at a time. */
@Component
public class AlertQuery {
  public static final int MAX_LIMIT = 200;

  private final LedgerReader reader;

  AlertQuery(LedgerReader reader) {
    this.reader = reader;
  }

  /**
   * One page of the list, the last raised first.
   *
   * @param kind {@code null} for all
   * @param seen whether somebody has marked it so; {@code null} for all
   * @param cursor of the page before, or {@code null} for the first
   * @param limit 1 to {@link #MAX_LIMIT}
   * @return empty when the cursor is none of this list's
   */
  public Optional<AlertPage> page(
      LedgerDescription ledger,
      @Nullable AlertKind kind,
      @Nullable Boolean seen,
      @Nullable String cursor,
      int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("ledger", ledger.id());
    StringBuilder sql = new StringBuilder("SELECT * FROM alert WHERE ledger_id = :ledger");
    if (kind != null) {
      sql.append(" AND kind = :kind");
      values.put("kind", kind.name());
    }
    if (seen != null) {
      sql.append(seen ? " AND seen_at IS NOT NULL" : " AND seen_at IS NULL");
    }
    if (cursor != null) {
      Optional<String> last = PageCursor.text(cursor).filter(text -> text.matches("[0-9]{1,16}"));
      if (last.isEmpty()) {
        return Optional.empty();
      }
      sql.append(" AND id < :last");
      values.put("last", Long.valueOf(last.get()));
    }
    sql.append(" ORDER BY id DESC LIMIT :limit");
    values.put("limit", limit + 1);
    List<Alert> rows =
        reader.in(
            ledger.id(), db -> db.sql(sql.toString()).params(values).query(AlertRows::row).list());
    return Optional.of(
        rows.size() <= limit
            ? new AlertPage(rows, null)
            : new AlertPage(
                List.copyOf(rows.subList(0, limit)),
                PageCursor.of(String.valueOf(rows.get(limit - 1).id()))));
  }

  /** What was raised of each of these requests, in the order of raising; none of others. */
  public Map<UUID, List<AlertKind>> ofRequests(LedgerDescription ledger, Collection<UUID> ids) {
    String[] subjects = ids.stream().map(UUID::toString).toArray(String[]::new);
    return reader
        .in(
            ledger.id(),
            db ->
                db.sql(
                        """
                        SELECT * FROM alert
                        WHERE ledger_id = :ledger AND subject = ANY (:subjects)
                          AND register_number IS NOT NULL
                        ORDER BY id\
                        """)
                    .param("ledger", ledger.id())
                    .param("subjects", subjects)
                    .query(AlertRows::row)
                    .list())
        .stream()
        .collect(
            Collectors.groupingBy(
                alert -> UUID.fromString(alert.subject()),
                Collectors.mapping(Alert::kind, Collectors.toList())));
  }
}
