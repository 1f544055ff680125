package org.disclosureledger.service.reportregister;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.projection.PageCursor;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.report.ReportKind;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the list of reports; it may lag behind the ledger by moments. */
@Component
public class ReportQuery {
  public static final int MAX_LIMIT = 200;

  private final LedgerReader reader;

  ReportQuery(LedgerReader reader) {
    this.reader = reader;
  }

  /**
   * One page of the list, the last frozen first.
   *
   * @param kind {@code null} for all
   * @param cursor of the page before, or {@code null} for the first
   * @param limit 1 to {@link #MAX_LIMIT}
   * @return empty when the cursor is none of this list's
   */
  public Optional<ReportPage> page(
      LedgerDescription ledger, @Nullable ReportKind kind, @Nullable String cursor, int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("ledger", ledger.name());
    StringBuilder sql = new StringBuilder("SELECT * FROM report.report WHERE ledger = :ledger");
    if (kind != null) {
      sql.append(" AND kind = :kind");
      values.put("kind", kind.name());
    }
    if (cursor != null) {
      Optional<Long> last = PageCursor.text(cursor).flatMap(ReportQuery::leaf);
      if (last.isEmpty()) {
        return Optional.empty();
      }
      sql.append(" AND leaf_index < :last");
      values.put("last", last.get());
    }
    sql.append(" ORDER BY leaf_index DESC LIMIT :limit");
    values.put("limit", limit + 1);
    List<ReportRow> rows =
        reader.in(
            ledger.id(),
            db -> db.sql(sql.toString()).params(values).query(ReportQuery::row).list());
    return Optional.of(
        rows.size() <= limit
            ? new ReportPage(rows, null)
            : new ReportPage(
                List.copyOf(rows.subList(0, limit)),
                PageCursor.of(String.valueOf(rows.get(limit - 1).leafIndex()))));
  }

  private static Optional<Long> leaf(String text) {
    return text.matches("[0-9]{1,16}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static ReportRow row(ResultSet row, int number) throws SQLException {
    return new ReportRow(
        row.getString("name"),
        ReportKind.valueOf(row.getString("kind")),
        SqlTime.read(row, "period_from"),
        SqlTime.read(row, "period_to"),
        SqlTime.read(row, "frozen_at"),
        row.getLong("leaf_index"),
        SqlTime.read(row, "as_of"),
        SqlTime.readNullable(row, "due_by"),
        row.getInt("amendments"),
        SqlTime.readNullable(row, "amended_as_of"),
        row.getInt("submissions"),
        SqlTime.readNullable(row, "submitted_at"),
        row.getString("recipient"));
  }
}
