package org.disclosureledger.service.register;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the register, one ledger at a time; it may lag behind the ledger by moments. */
@Component
public class RegisterQuery {
  public static final int MAX_LIMIT = 200;

  private final LedgerReader reader;

  RegisterQuery(LedgerReader reader) {
    this.reader = reader;
  }

  /**
   * One page of the list.
   *
   * @param cursor of the page before, or {@code null} for the first
   * @param limit 1 to {@link #MAX_LIMIT}
   * @return empty when the cursor is none of this order's
   */
  public Optional<RegisterPage> page(
      LedgerDescription ledger,
      RegisterFilter filter,
      RegisterSort sort,
      @Nullable String cursor,
      int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit");
    }
    RegisterConditions where = RegisterConditions.of(filter);
    where.add("ledger = :ledger", "ledger", ledger.name());
    if (cursor != null) {
      Optional<RegisterCursor> last = RegisterCursor.parse(cursor).filter(c -> c.sort() == sort);
      if (last.isEmpty() || (sort == RegisterSort.RECEIVED && last.get().key() == null)) {
        return Optional.empty();
      }
      after(where, last.get());
    }
    String order =
        sort == RegisterSort.RECEIVED
            ? "received_at DESC, request_id DESC"
            : "coalesce(due, 'infinity'), request_id";
    String sql =
        "SELECT * FROM register.request WHERE "
            + where.text()
            + " ORDER BY "
            + order
            + " LIMIT :limit";
    where.put("limit", limit + 1);
    List<RegisterRow> rows =
        reader.in(
            ledger.id(), db -> db.sql(sql).params(where.values()).query(RegisterQuery::row).list());
    return Optional.of(page(rows, sort, limit));
  }

  /**
   * The next rows in the order of their numbers.
   *
   * @param after the last row so far, or {@code null} to begin
   * @return at most {@link #MAX_LIMIT}, none at the end
   */
  public List<RegisterRow> numbered(
      LedgerDescription ledger, RegisterFilter filter, @Nullable RegisterRow after) {
    RegisterConditions where = RegisterConditions.of(filter);
    where.add("ledger = :ledger", "ledger", ledger.name());
    if (after != null) {
      RegisterNumber last = RegisterNumber.parse(after.registerNumber()).orElseThrow();
      where.add(
          "(register_year, register_ordinal) > (:lastYear, :lastOrdinal)",
          "lastOrdinal",
          last.ordinal());
      where.put("lastYear", Objects.requireNonNull(last.year()));
    }
    where.put("limit", MAX_LIMIT);
    String sql =
        "SELECT * FROM register.request WHERE "
            + where.text()
            + " ORDER BY register_year, register_ordinal LIMIT :limit";
    return reader.in(
        ledger.id(), db -> db.sql(sql).params(where.values()).query(RegisterQuery::row).list());
  }

  /** One request's row, if the register has come that far. */
  public Optional<RegisterRow> row(LedgerDescription ledger, UUID requestId) {
    return reader.in(ledger.id(), db -> row(ledger.name(), requestId, db));
  }

  private static Optional<RegisterRow> row(String ledger, UUID requestId, JdbcClient db) {
    return db.sql("SELECT * FROM register.request WHERE ledger = :ledger AND request_id = :id")
        .param("ledger", ledger)
        .param("id", requestId)
        .query(RegisterQuery::row)
        .optional();
  }

  private static RegisterPage page(List<RegisterRow> rows, RegisterSort sort, int limit) {
    if (rows.size() <= limit) {
      return new RegisterPage(rows, null);
    }
    RegisterRow last = rows.get(limit - 1);
    Instant key = sort == RegisterSort.RECEIVED ? last.receivedAt() : last.due();
    String next = new RegisterCursor(sort, key, last.requestId()).encoded();
    return new RegisterPage(List.copyOf(rows.subList(0, limit)), next);
  }

  private static void after(RegisterConditions where, RegisterCursor last) {
    Instant key = last.key();
    where.put("lastId", last.requestId());
    if (last.sort() == RegisterSort.RECEIVED && key != null) {
      where.add("(received_at, request_id) < (:lastKey, :lastId)", "lastKey", SqlTime.of(key));
    } else if (key != null) {
      where.add(
          "(coalesce(due, 'infinity'), request_id) > (:lastKey, :lastId)",
          "lastKey",
          SqlTime.of(key));
    } else {
      where.add("(coalesce(due, 'infinity'), request_id) > ('infinity', :lastId)");
    }
  }

  /**
   * What other requests of the ledger say of this one, as far as the register has come: the first
   * {@link RegisterLinks#MAX}, and how many there are.
   */
  public RegisterLinks linkedFrom(LedgerDescription ledger, UUID requestId) {
    int[] total = new int[1];
    List<RegisterLink> links =
        reader.in(
            ledger.id(),
            db ->
                db.sql(
                        """
                        SELECT request_id, relation, count(*) OVER () AS total FROM register.link
                        WHERE ledger = :ledger AND other = :id
                        ORDER BY request_id, sequence LIMIT :limit\
                        """)
                    .param("ledger", ledger.name())
                    .param("id", requestId)
                    .param("limit", RegisterLinks.MAX)
                    .query((row, n) -> {
                      total[0] = row.getInt("total");
                      return new RegisterLink(
                          row.getObject("request_id", UUID.class),
                          LinkRelation.valueOf(row.getString("relation")));
                    })
                    .list());
    return new RegisterLinks(links, total[0]);
  }

  private static RegisterRow row(ResultSet row, int number) throws SQLException {
    String agency = row.getString("agency_code");
    String original = row.getString("original_agency_code");
    return new RegisterRow(
        row.getObject("request_id", UUID.class),
        new RegisterNumber(row.getInt("register_ordinal"), row.getInt("register_year")).toString(),
        SqlTime.read(row, "received_at"),
        SqlTime.readNullable(row, "corrected_received_at"),
        SqlTime.read(row, "recorded_at"),
        agency,
        row.getString("agency_kind"),
        original.equals(agency) ? null : original,
        row.getString("channel"),
        row.getString("case_type"),
        row.getString("priority"),
        row.getString("urgency"),
        row.getString("secrecy"),
        row.getString("route"),
        row.getBoolean("emergency"),
        row.getInt("item_count"),
        strings(row.getArray("item_kinds")),
        row.getString("state"),
        SqlTime.readNullable(row, "due"),
        SqlTime.readNullable(row, "original_due"),
        SqlTime.readNullable(row, "answered_at"),
        SqlTime.readNullable(row, "cancelled_at"),
        SqlTime.readNullable(row, "closed_at"),
        confirmation(row),
        marks(row),
        row.getLong("last_sequence"),
        row.getObject("unreadable_from", Long.class),
        null,
        null);
  }

  private static RegisterRow.@Nullable Writing confirmation(ResultSet row) throws SQLException {
    String code = row.getString("confirmation");
    return code == null
        ? null
        : new RegisterRow.Writing(
            WritingState.valueOf(code),
            SqlTime.readNullable(row, "confirm_by"),
            SqlTime.readNullable(row, "confirmed_at"),
            SqlTime.readNullable(row, "confirmation_recorded_at"));
  }

  private static RegisterRow.Marks marks(ResultSet row) throws SQLException {
    return new RegisterRow.Marks(
        row.getBoolean("clarification_open"),
        row.getInt("extensions"),
        row.getInt("reopenings"),
        row.getInt("corrections"),
        row.getInt("reportable_errors"),
        row.getInt("obstacles"),
        row.getInt("reminders"),
        row.getInt("links"),
        row.getObject("duplicate_of", UUID.class));
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
