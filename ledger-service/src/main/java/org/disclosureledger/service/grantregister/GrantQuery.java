package org.disclosureledger.service.grantregister;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.projection.PageCursor;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the grants that somebody holds; it may lag behind the ledger by moments. */
@Component
public class GrantQuery {
  public static final int MAX_LIMIT = 200;

  private final LedgerReader reader;

  GrantQuery(LedgerReader reader) {
    this.reader = reader;
  }

  /**
   * One page.
   *
   * @param nextCursor absent on the last
   */
  public record Page(List<GrantRow> grants, @Nullable String nextCursor) {}

  /**
   * Those that stand, the last given first.
   *
   * @param cursor of the page before, or {@code null} for the first
   * @return empty when the cursor is none of this list's
   */
  public Optional<Page> standing(
      LedgerDescription ledger,
      ActorRole role,
      Actor actor,
      Instant now,
      @Nullable String cursor,
      int limit) {
    UUID last = null;
    if (cursor != null) {
      last = PageCursor.uuid(cursor).orElse(null);
      if (last == null) {
        return Optional.empty();
      }
    }
    String sql =
        """
        SELECT id, request, actor, purpose, granted_at, until FROM grants.disclosure_grant
        WHERE ledger = :ledger AND role = :role AND (actor IS NULL OR actor = :actor)
          AND NOT over AND until >= :now AND (:last::uuid IS NULL OR id < :last::uuid)
        ORDER BY id DESC LIMIT :limit\
        """;
    String after = last == null ? null : last.toString();
    List<GrantRow> rows =
        reader.in(
            ledger.id(),
            db ->
                db.sql(sql)
                    .param("ledger", ledger.name())
                    .param("role", role.code())
                    .param("actor", UUID.fromString(actor.value()))
                    .param("now", SqlTime.of(now))
                    .param("last", after, Types.VARCHAR)
                    .param("limit", limit + 1)
                    .query(GrantQuery::row)
                    .list());
    return Optional.of(
        rows.size() <= limit
            ? new Page(rows, null)
            : new Page(
                List.copyOf(rows.subList(0, limit)), PageCursor.of(rows.get(limit - 1).grant())));
  }

  private static GrantRow row(ResultSet row, int number) throws SQLException {
    return new GrantRow(
        row.getObject("id", UUID.class),
        row.getObject("request", UUID.class),
        row.getObject("actor", UUID.class),
        ViewPurpose.valueOf(row.getString("purpose")),
        SqlTime.read(row, "granted_at"),
        SqlTime.read(row, "until"));
  }
}
