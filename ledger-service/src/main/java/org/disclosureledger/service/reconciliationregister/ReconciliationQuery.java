package org.disclosureledger.service.reconciliationregister;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.projection.PageCursor;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is compared, and what was; it may lag behind the ledger by moments. */
@Component
public class ReconciliationQuery {
  public static final int MAX_LIMIT = 200;

  /** Most requests that one reconciliation compares. */
  public static final int MAX_REQUESTS = 50_000;

  private final LedgerReader reader;

  ReconciliationQuery(LedgerReader reader) {
    this.reader = reader;
  }

  /**
   * A request as far as it is compared; its document number stands in the vault.
   *
   * @param documentDate as last confirmed in writing or corrected
   * @param receivedAt as last corrected, UTC
   * @param firstAgency code as first recorded
   * @param firstDocumentDate as first recorded, of an oral emergency by the paper that confirmed it
   * @param firstReceivedAt as first recorded, UTC
   */
  public record Request(
      UUID requestId,
      int registerYear,
      int registerOrdinal,
      @Nullable LocalDate documentDate,
      Instant receivedAt,
      String firstAgency,
      @Nullable LocalDate firstDocumentDate,
      Instant firstReceivedAt,
      boolean secret) {}

  /** The position up to which the rows tell of the ledger. */
  public long applied(LedgerDescription ledger) {
    return reader.in(
        ledger.id(),
        db ->
            db.sql("SELECT position FROM reconciliation.applied")
                .query((row, n) -> row.getLong(1))
                .single());
  }

  /** Whether any request names one of the agencies, as last corrected. */
  public boolean known(LedgerDescription ledger, List<String> agencies) {
    return reader.in(
        ledger.id(),
        db ->
            db.sql(
                    """
                    SELECT EXISTS (SELECT 1 FROM reconciliation.request
                      WHERE ledger = :ledger AND agency_code = ANY (:agencies))\
                    """)
                .param("ledger", ledger.name())
                .param("agencies", agencies.toArray(String[]::new))
                .query((row, n) -> row.getBoolean(1))
                .single());
  }

  /**
   * Requests of some agencies received within a time.
   *
   * @param until not included
   * @return at most {@link #MAX_REQUESTS} and one more
   */
  public List<Request> received(
      LedgerDescription ledger, List<String> agencies, Instant from, Instant until) {
    return reader.in(
        ledger.id(),
        db ->
            db.sql(
                    """
                    SELECT * FROM reconciliation.request
                    WHERE ledger = :ledger AND agency_code = ANY (:agencies)
                      AND received_at >= :from AND received_at < :until
                    ORDER BY received_at, register_year, register_ordinal LIMIT :limit\
                    """)
                .param("ledger", ledger.name())
                .param("agencies", agencies.toArray(String[]::new))
                .param("from", SqlTime.of(from))
                .param("until", SqlTime.of(until))
                .param("limit", MAX_REQUESTS + 1)
                .query(ReconciliationQuery::request)
                .list());
  }

  private static Request request(ResultSet row, int number) throws SQLException {
    return new Request(
        row.getObject("request_id", UUID.class),
        row.getInt("register_year"),
        row.getInt("register_ordinal"),
        row.getObject("document_date", LocalDate.class),
        SqlTime.read(row, "received_at"),
        row.getString("first_agency_code"),
        row.getObject("first_document_date", LocalDate.class),
        SqlTime.read(row, "first_received_at"),
        row.getBoolean("secret"));
  }

  /**
   * One page of the list, the last begun first.
   *
   * @param agency code in upper case, or {@code null} for all
   * @param cursor of the page before, or {@code null} for the first
   * @param limit 1 to {@link #MAX_LIMIT}
   * @return empty when the cursor is none of this list's
   */
  public Optional<ReconciliationPage> page(
      LedgerDescription ledger, @Nullable String agency, @Nullable String cursor, int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("ledger", ledger.name());
    StringBuilder sql =
        new StringBuilder("SELECT * FROM reconciliation.reconciliation WHERE ledger = :ledger");
    if (agency != null) {
      sql.append(" AND agency = :agency");
      values.put("agency", agency);
    }
    if (cursor != null) {
      Optional<UUID> last = PageCursor.uuid(cursor);
      if (last.isEmpty()) {
        return Optional.empty();
      }
      sql.append(" AND id < :last");
      values.put("last", last.get());
    }
    sql.append(" ORDER BY id DESC LIMIT :limit");
    values.put("limit", limit + 1);
    List<ReconciliationRow> rows =
        reader.in(
            ledger.id(),
            db -> db.sql(sql.toString()).params(values).query(ReconciliationQuery::row).list());
    return Optional.of(
        rows.size() <= limit
            ? new ReconciliationPage(rows, null)
            : new ReconciliationPage(
                List.copyOf(rows.subList(0, limit)), PageCursor.of(rows.get(limit - 1).id())));
  }

  private static ReconciliationRow row(ResultSet row, int number) throws SQLException {
    return new ReconciliationRow(
        row.getObject("id", UUID.class),
        row.getLong("leaf_index"),
        SqlTime.read(row, "recorded_at"),
        row.getString("agency"),
        List.of((String[]) row.getArray("predecessors").getArray()),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getInt("tolerance"),
        row.getInt("listed"),
        row.getInt("registered"),
        row.getInt("matched"),
        row.getInt("differing"),
        row.getInt("theirs_only"),
        row.getInt("ours_only"),
        row.getInt("unmatchable_theirs"),
        row.getInt("unmatchable_ours"));
  }
}
