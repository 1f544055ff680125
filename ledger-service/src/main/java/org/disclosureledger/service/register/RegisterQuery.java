package org.disclosureledger.service.register;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.sealing.LedgerDescription;
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
    Conditions where = conditions(filter);
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
            + String.join(" AND ", where.texts)
            + " ORDER BY "
            + order
            + " LIMIT :limit";
    where.values.put("limit", limit + 1);
    List<RegisterRow> rows =
        reader.in(
            ledger.id(), db -> db.sql(sql).params(where.values).query(RegisterQuery::row).list());
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
    Conditions where = conditions(filter);
    where.add("ledger = :ledger", "ledger", ledger.name());
    if (after != null) {
      RegisterNumber last = RegisterNumber.parse(after.registerNumber()).orElseThrow();
      where.add(
          "(register_year, register_ordinal) > (:lastYear, :lastOrdinal)",
          "lastOrdinal",
          last.ordinal());
      where.values.put("lastYear", Objects.requireNonNull(last.year()));
    }
    where.values.put("limit", MAX_LIMIT);
    String sql =
        "SELECT * FROM register.request WHERE "
            + String.join(" AND ", where.texts)
            + " ORDER BY register_year, register_ordinal LIMIT :limit";
    return reader.in(
        ledger.id(), db -> db.sql(sql).params(where.values).query(RegisterQuery::row).list());
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

  private static Conditions conditions(RegisterFilter filter) {
    Conditions where = new Conditions();
    if (filter.state() != null) {
      where.add("state = :state", "state", filter.state().name());
    }
    if (filter.agency() != null) {
      where.add("agency_code = :agency", "agency", filter.agency());
    }
    if (filter.itemKind() != null) {
      where.add(":kind = ANY (item_kinds)", "kind", filter.itemKind().name());
    }
    if (filter.emergency() != null) {
      where.add("emergency = :emergency", "emergency", filter.emergency());
    }
    RegisterNumber number = filter.number();
    if (number != null) {
      where.add("register_ordinal = :ordinal", "ordinal", number.ordinal());
      if (number.year() != null) {
        where.add("register_year = :year", "year", number.year());
      }
    }
    where.addTime("due < :dueBefore", "dueBefore", filter.dueBefore());
    where.addTime("due >= :dueAfter", "dueAfter", filter.dueAfter());
    where.addTime("received_at >= :receivedFrom", "receivedFrom", filter.receivedFrom());
    where.addTime("received_at < :receivedTo", "receivedTo", filter.receivedTo());
    return where;
  }

  private static void after(Conditions where, RegisterCursor last) {
    Instant key = last.key();
    where.values.put("lastId", last.requestId());
    if (last.sort() == RegisterSort.RECEIVED && key != null) {
      where.add("(received_at, request_id) < (:lastKey, :lastId)", "lastKey", SqlTime.of(key));
    } else if (key != null) {
      where.add(
          "(coalesce(due, 'infinity'), request_id) > (:lastKey, :lastId)",
          "lastKey",
          SqlTime.of(key));
    } else {
      where.texts.add("(coalesce(due, 'infinity'), request_id) > ('infinity', :lastId)");
    }
  }

  private static RegisterRow row(ResultSet row, int number) throws SQLException {
    return new RegisterRow(
        row.getObject("request_id", UUID.class),
        new RegisterNumber(row.getInt("register_ordinal"), row.getInt("register_year")).toString(),
        SqlTime.read(row, "received_at"),
        SqlTime.read(row, "recorded_at"),
        row.getString("agency_code"),
        row.getString("agency_kind"),
        row.getString("channel"),
        row.getString("case_type"),
        row.getString("priority"),
        row.getString("urgency"),
        row.getString("secrecy"),
        row.getBoolean("emergency"),
        row.getInt("item_count"),
        strings(row.getArray("item_kinds")),
        row.getString("state"),
        SqlTime.readNullable(row, "due"),
        SqlTime.readNullable(row, "original_due"),
        SqlTime.readNullable(row, "answered_at"),
        SqlTime.readNullable(row, "closed_at"),
        row.getLong("last_sequence"));
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  /** Conditions in SQL with their values; texts are constants of this class. */
  private static final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    void add(String text, String name, Object value) {
      texts.add(text);
      values.put(name, value);
    }

    void addTime(String text, String name, @Nullable Instant value) {
      if (value != null) {
        add(text, name, SqlTime.of(value));
      }
    }
  }
}
