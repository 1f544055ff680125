package org.disclosureledger.service.agencyregister;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.agency.AgencyContact;
import org.disclosureledger.service.agency.AgencyState;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.request.AgencyStanding;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.sealing.StreamReads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the agency register, one ledger at a time. Lists come from the projection and may lag by
 * moments; one agency and its standing come from its stream, so that what was just recorded counts.
 */
@Component
public class AgencyQuery {
  public static final int MAX_LIMIT = 200;

  /** A chain of successors is followed so far and no further; a code seen before ends it too. */
  static final int MAX_SUCCESSORS = 16;

  private static final String LIST =
      """
      SELECT a.*,
        (SELECT count(*) FROM agency.contact c WHERE c.ledger = a.ledger AND c.stream = a.stream
          AND c.retired_at IS NULL) AS contacts,
        (SELECT count(*) FROM agency.contact c WHERE c.ledger = a.ledger AND c.stream = a.stream
          AND c.retired_at IS NULL AND c.emergency) AS emergency_contacts,
        (SELECT count(*) FROM agency.officer o WHERE o.ledger = a.ledger AND o.stream = a.stream
          AND NOT o.retired) AS officers
      FROM agency.agency a
      WHERE \
      """;

  private final LedgerReader reader;
  private final EntryStore store;

  AgencyQuery(LedgerReader reader, EntryStore store) {
    this.reader = reader;
    this.store = store;
  }

  /**
   * One page of the list, by code.
   *
   * @param cursor of the page before, or {@code null} for the first
   * @param limit 1 to {@link #MAX_LIMIT}
   * @return empty when the cursor is none of this list's
   */
  public Optional<AgencyPage> page(
      LedgerDescription ledger, AgencyFilter filter, @Nullable String cursor, int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit");
    }
    Optional<String> last = cursor == null ? Optional.empty() : AgencyCursor.code(cursor);
    if (cursor != null && last.isEmpty()) {
      return Optional.empty();
    }
    List<AgencyRow> rows = rows(ledger, filter, last.orElse(null), limit + 1);
    return Optional.of(
        rows.size() <= limit
            ? new AgencyPage(rows, null)
            : new AgencyPage(
                List.copyOf(rows.subList(0, limit)),
                AgencyCursor.encoded(rows.get(limit - 1).code())));
  }

  /**
   * The next rows in the order of their codes.
   *
   * @param after the last row so far, or {@code null} to begin
   * @return at most {@link #MAX_LIMIT}, none at the end
   */
  public List<AgencyRow> byCode(
      LedgerDescription ledger, AgencyFilter filter, @Nullable AgencyRow after) {
    return rows(ledger, filter, after == null ? null : after.code(), MAX_LIMIT);
  }

  /**
   * What agencies are called.
   *
   * @param vi name in Vietnamese
   * @param en name in English
   */
  public record Name(String vi, String en) {}

  /** Of those of these codes that the register has, by code. */
  public Map<String, Name> names(LedgerDescription ledger, Collection<String> codes) {
    Map<String, Name> names = new LinkedHashMap<>();
    reader.in(
        ledger.id(),
        db -> {
          db.sql(
                  """
                  SELECT code, name_vi, name_en FROM agency.agency
                  WHERE ledger = :ledger AND code = ANY (:codes)\
                  """)
              .param("ledger", ledger.name())
              .param("codes", codes.toArray(String[]::new))
              .query(row -> {
                names.put(
                    row.getString("code"),
                    new Name(row.getString("name_vi"), row.getString("name_en")));
              });
          return names;
        });
    return names;
  }

  private List<AgencyRow> rows(
      LedgerDescription ledger, AgencyFilter filter, @Nullable String after, int limit) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> where = conditions(filter, values);
    where.add("a.ledger = :ledger");
    values.put("ledger", ledger.name());
    if (after != null) {
      where.add("a.code COLLATE \"C\" > :last");
      values.put("last", after);
    }
    String sql = LIST + String.join(" AND ", where) + " ORDER BY a.code COLLATE \"C\" LIMIT :limit";
    values.put("limit", limit);
    return reader.in(ledger.id(), db -> db.sql(sql).params(values).query(AgencyQuery::row).list());
  }

  private static List<String> conditions(AgencyFilter filter, Map<String, Object> values) {
    List<String> where = new ArrayList<>();
    if (filter.kind() != null) {
      where.add("a.kind = :kind");
      values.put("kind", filter.kind().name());
    }
    if (filter.province() != null) {
      where.add("a.province = :province");
      values.put("province", filter.province());
    }
    if (filter.validOn() != null) {
      where.add("a.valid_from <= :day AND (a.valid_until IS NULL OR a.valid_until >= :day)");
      values.put("day", filter.validOn());
    }
    if (filter.text() != null) {
      where.add(
          "(starts_with(lower(a.code), :text) OR starts_with(a.searched_vi, :text)"
              + " OR starts_with(a.searched_en, :text))");
      values.put("text", SearchText.of(filter.text()));
    }
    return where;
  }

  private static AgencyRow row(ResultSet row, int number) throws SQLException {
    return new AgencyRow(
        row.getString("code"),
        row.getString("kind"),
        row.getString("province"),
        row.getString("name_vi"),
        row.getString("name_en"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getString("successor"),
        row.getObject("successor_from", LocalDate.class),
        row.getInt("contacts"),
        row.getInt("emergency_contacts"),
        row.getInt("officers"),
        row.getLong("last_sequence"));
  }

  /**
   * An agency as asked about on a day.
   *
   * @param code in upper case
   * @param day Asia/Ho_Chi_Minh
   */
  public record OnDay(String code, LocalDate day) {}

  /** Those that the register has, valid on their day. */
  public Set<OnDay> registered(LedgerDescription ledger, Collection<OnDay> asked) {
    List<OnDay> distinct = asked.stream().distinct().toList();
    if (distinct.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        reader.in(
            ledger.id(),
            db ->
                db.sql(
                        """
                        SELECT asked.code, asked.day
                        FROM unnest(:codes::text[], :days::date[]) AS asked (code, day)
                        JOIN agency.agency a ON a.ledger = :ledger AND a.code = asked.code
                          AND a.valid_from <= asked.day
                          AND (a.valid_until IS NULL OR a.valid_until >= asked.day)\
                        """)
                    .param("ledger", ledger.name())
                    .param("codes", distinct.stream().map(OnDay::code).toArray(String[]::new))
                    .param(
                        "days",
                        distinct.stream().map(each -> each.day().toString()).toArray(String[]::new))
                    .query(
                        (row, n) -> new OnDay(row.getString(1), row.getObject(2, LocalDate.class)))
                    .list()));
  }

  /** One agency from its stream, with the codes of its successors; empty if it has no entry. */
  public Optional<AgencyView> agency(String ledger, AgencyCode code) {
    StreamReads reads = new StreamReads(store, ledger);
    AgencyState state = state(reads, code);
    return state.exists()
        ? Optional.of(
            new AgencyView(state, chain(reads, state).stream().map(Successor::code).toList()))
        : Optional.empty();
  }

  /**
   * What the register says of an agency now.
   *
   * @param code as a request names it, in any case
   * @return {@link AgencyStanding#UNREGISTERED} if the register has no such agency
   * @throws org.disclosureledger.service.envelope.CommandRefused when it is no code
   */
  public AgencyStanding standing(String ledger, String code) {
    return standing(new StreamReads(store, ledger), code);
  }

  /** The same, noting which streams it rests on: the agency's and those of its successors. */
  public AgencyStanding standing(StreamReads reads, String code) {
    AgencyState state = state(reads, new AgencyCode(code));
    AgencyState.Profile profile = state.profile();
    if (profile == null) {
      return AgencyStanding.UNREGISTERED;
    }
    List<AgencyStanding.Contact> contacts = new ArrayList<>(current(state, LocalDate.MIN));
    for (Successor successor : chain(reads, state)) {
      contacts.addAll(current(successor.state(), successor.from()));
    }
    return new AgencyStanding(true, profile.validFrom(), state.validUntil(), contacts);
  }

  private static List<AgencyStanding.Contact> current(AgencyState state, LocalDate from) {
    return state.contacts().stream()
        .filter(AgencyContact::current)
        .map(contact ->
            new AgencyStanding.Contact(contact.contact(), contact.channel(), contact.since(), from))
        .toList();
  }

  /** Who took over, from the first day of all that took over before. */
  private record Successor(String code, AgencyState state, LocalDate from) {}

  private static List<Successor> chain(StreamReads reads, AgencyState first) {
    List<Successor> chain = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    if (first.profile() != null) {
      seen.add(first.profile().code());
    }
    AgencyState.Successor next = first.successor();
    LocalDate from = LocalDate.MIN;
    while (next != null && chain.size() < MAX_SUCCESSORS && seen.add(next.code())) {
      AgencyState state = state(reads, new AgencyCode(next.code()));
      from = next.from().isAfter(from) ? next.from() : from;
      chain.add(new Successor(next.code(), state, from));
      next = state.successor();
    }
    return chain;
  }

  private static AgencyState state(StreamReads reads, AgencyCode code) {
    AgencyState state = AgencyState.EMPTY;
    for (StoredEvent stored : reads.stream(code.stream())) {
      if (stored.payload() instanceof AgencyEvent event) {
        state = state.evolve(event, stored.header());
      }
    }
    return state;
  }
}
