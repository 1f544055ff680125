package org.disclosureledger.service.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of periods as of one instant, in one transaction. */
final class Computation {
  private static final List<Figure> GROSS =
      List.of(Figure.GROSS_P50, Figure.GROSS_P90, Figure.GROSS_P95);
  private static final List<Figure> CORRECTED =
      List.of(Figure.GROSS_CORRECTED_P50, Figure.GROSS_CORRECTED_P90, Figure.GROSS_CORRECTED_P95);

  private final JdbcClient db;
  private final Instant asOf;
  private final StatisticsSql sql;
  private final Map<String, Object> known = new HashMap<>();

  Computation(
      JdbcClient db,
      String ledger,
      Instant asOf,
      StatisticsFilter filter,
      boolean now,
      Optional<WorkingTimes> calendar) {
    this.db = db;
    this.asOf = asOf;
    this.sql = new StatisticsSql(filter, now, calendar.isPresent());
    known.put("ledger", ledger);
    known.put("asOf", asOf.toEpochMilli());
    put("agency", filter.agency());
    put("agencyKind", filter.agencyKind());
    put("itemKind", filter.itemKind());
    put("province", filter.province());
    if (filter.emergency() != null) {
      known.put("emergency", filter.emergency());
    }
    put("refusalGround", filter.refusalGround());
    calendar.ifPresent(times -> {
      known.put("coversFrom", times.coversFrom());
      known.put("coversTo", times.coversTo());
      known.put("bounds", times.bounds());
      known.put("sums", times.sums());
    });
    // A plan for any period would be one for none; and compiling takes longer than running does.
    db.sql(
            """
            SELECT set_config('plan_cache_mode', 'force_custom_plan', true),
              set_config('jit', 'off', true), set_config('work_mem', '64MB', true),
              set_config('max_parallel_workers_per_gather', '0', true)\
            """)
        .query((row, n) -> "")
        .single();
  }

  private void put(String name, @Nullable Object value) {
    if (value != null) {
      known.put(name, value.toString());
    }
  }

  private JdbcClient.StatementSpec statement(String text, ReportingPeriod period) {
    long from = period.from().toEpochMilli();
    long upto = Math.min(period.to().toEpochMilli(), asOf.toEpochMilli() + 1);
    Map<String, Object> all = new HashMap<>(known);
    all.put("from", from);
    all.put("to", period.to().toEpochMilli());
    all.put("upto", upto);
    all.put("before", Math.min(from, asOf.toEpochMilli() + 1) - 1);
    all.put("after", upto - 1);
    return db.sql(text).params(all);
  }

  /**
   * By slice and key; those of which every figure is 0 or none are left out.
   *
   * @param unbalanced takes requests whose flows and stocks contradict each other, some of them;
   *     absent where nobody asks
   */
  Map<Slice, Map<String, Figures>> figures(
      ReportingPeriod period, Set<Slice> slices, @Nullable List<UUID> unbalanced) {
    Map<Slice, Map<String, Map<Figure, Long>>> numbers = new EnumMap<>(Slice.class);
    statement(sql.figures(slices, unbalanced != null), period)
        .query(
            (RowCallbackHandler)
                row -> {
                  if (!row.getString("measured").equals(StatisticsSql.UNBALANCED)) {
                    take(row, numbers);
                  } else if (unbalanced != null) {
                    unbalanced.add(UUID.fromString(row.getString("key")));
                  }
                });
    if (slices.contains(Slice.ALL)) {
      numbers
          .computeIfAbsent(Slice.ALL, slice -> new TreeMap<>())
          .computeIfAbsent("", key -> new EnumMap<>(Figure.class));
    }
    whileManyAreOpen(period, numbers);
    Map<Slice, Map<String, Figures>> found = new EnumMap<>(Slice.class);
    numbers.forEach((slice, keys) -> {
      Map<String, Figures> figures = new TreeMap<>();
      keys.forEach((key, values) -> {
        Figures stated = Figures.of(values);
        if (slice == Slice.ALL || !stated.isEmpty()) {
          figures.put(key, stated);
        }
      });
      found.put(slice, figures);
    });
    return found;
  }

  private static void take(ResultSet row, Map<Slice, Map<String, Map<Figure, Long>>> numbers)
      throws SQLException {
    Map<Figure, Long> into =
        numbers
            .computeIfAbsent(Slice.valueOf(row.getString("slice")), slice -> new TreeMap<>())
            .computeIfAbsent(row.getString("key"), key -> new EnumMap<>(Figure.class));
    Long[] values = (Long[]) row.getArray("numbers").getArray();
    Measured.valueOf(row.getString("measured")).put(values, into);
  }

  /** A row with too many open requests for plain quantiles, of receipts as first or last told. */
  private record Many(Slice slice, String key, boolean corrected) {}

  private void whileManyAreOpen(
      ReportingPeriod period, Map<Slice, Map<String, Map<Figure, Long>>> numbers) {
    Map<Many, Map<Figure, Long>> many = new LinkedHashMap<>();
    numbers.forEach((slice, keys) ->
        keys.forEach((key, values) -> {
          if (many(values, Figure.RECEIVED, Figure.OPEN)) {
            many.put(new Many(slice, key, false), values);
          }
          if (many(values, Figure.RECEIVED_CORRECTED, Figure.OPEN_CORRECTED)) {
            many.put(new Many(slice, key, true), values);
          }
        }));
    if (many.isEmpty()) {
      return;
    }
    Set<Slice> slices = EnumSet.noneOf(Slice.class);
    many.keySet().forEach(row -> slices.add(row.slice()));
    Map<Many, List<KaplanMeier.Time>> times = new HashMap<>();
    statement(sql.times(slices), period)
        .query(
            (RowCallbackHandler)
                row -> {
                  Many of =
                      new Many(
                          Slice.valueOf(row.getString(1)), row.getString(3), row.getBoolean(2));
                  if (many.containsKey(of)) {
                    times
                        .computeIfAbsent(of, unused -> new ArrayList<>())
                        .add(new KaplanMeier.Time(row.getLong(4), row.getLong(5), row.getLong(6)));
                  }
                });
    many.forEach((row, values) -> {
      List<Figure> figures = row.corrected() ? CORRECTED : GROSS;
      figures.forEach(values::remove);
      values.putAll(KaplanMeier.of(times.getOrDefault(row, List.of()), figures));
    });
  }

  private static boolean many(Map<Figure, Long> values, Figure received, Figure open) {
    return 10 * values.getOrDefault(open, 0L) > values.getOrDefault(received, 0L);
  }
}
