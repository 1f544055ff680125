package org.disclosureledger.service.statistics;

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
  private final ItemsSql items;
  private final StandingSql standing;
  private final Map<String, Object> known = new HashMap<>();
  private @Nullable Map<Figure, Long> standingOfAll;

  Computation(
      JdbcClient db,
      String ledger,
      Instant asOf,
      StatisticsFilter filter,
      boolean now,
      Optional<WorkingTimes> calendar) {
    this.db = db;
    this.asOf = asOf;
    CohortSql cohort = new CohortSql(filter, now, calendar.isPresent());
    this.sql = new StatisticsSql(cohort);
    this.items = new ItemsSql(cohort);
    this.standing = new StandingSql(cohort);
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
    configure("plan_cache_mode", "force_custom_plan");
    configure("jit", "off");
    configure("work_mem", "64MB");
    configure("max_parallel_workers_per_gather", "0");
  }

  /** For the rest of the transaction. */
  private void configure(String setting, String value) {
    db.sql("SELECT set_config(:setting, :value, true)")
        .param("setting", setting)
        .param("value", value)
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

  /** Requests whose flows and stocks contradict each other, some of them. */
  List<UUID> unbalanced(ReportingPeriod period) {
    return statement(standing.unbalanced(), period)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** By slice and key; those of which every figure is 0 or none are left out. */
  Map<Slice, Map<String, Figures>> figures(ReportingPeriod period, Set<Slice> slices) {
    Numbers counts = counts(period, slices);
    return figures(period, counts, quantiles(period, slices));
  }

  /** What {@link #counts} and {@link #quantiles} of a period give together. */
  Map<Slice, Map<String, Figures>> figures(
      ReportingPeriod period, Numbers counts, Numbers quantiles) {
    counts.add(quantiles);
    whileManyAreOpen(period, counts);
    return counts.figures();
  }

  /** All but quantiles; of all of the requests alone, these too. */
  Numbers counts(ReportingPeriod period, Set<Slice> slices) {
    Numbers numbers = new Numbers();
    Set<Slice> byRequest = byRequest(slices);
    if (byRequest.isEmpty()) {
      return numbers;
    }
    if (StatisticsSql.ofAll(byRequest)) {
      rows(sql.ofAll(), period, numbers);
    } else {
      fewGroups(sql.counts(byRequest), period, numbers);
    }
    Set<Slice> ofItems = EnumSet.copyOf(byRequest);
    ofItems.removeIf(slice -> !items.matters(slice));
    if (!ofItems.isEmpty()) {
      fewGroups(items.of(ofItems), period, numbers);
    }
    standing(period, byRequest, numbers);
    rows(standing.backlog(byRequest), period, numbers);
    if (slices.contains(Slice.ALL)) {
      numbers.of(Slice.ALL, "");
    }
    return numbers;
  }

  /** What is sorted for. */
  Numbers quantiles(ReportingPeriod period, Set<Slice> slices) {
    Numbers numbers = new Numbers();
    Set<Slice> byRequest = byRequest(slices);
    if (!StatisticsSql.ofAll(byRequest)) {
      rows(sql.quantiles(byRequest), period, numbers);
    }
    return numbers;
  }

  private static Set<Slice> byRequest(Set<Slice> slices) {
    Set<Slice> byRequest = EnumSet.copyOf(SliceSql.BY_REQUEST);
    byRequest.retainAll(slices);
    return byRequest;
  }

  /** A planner that thinks there are many sorts all requests by twenty columns. */
  private void fewGroups(String text, ReportingPeriod period, Numbers numbers) {
    configure("enable_sort", "off");
    rows(text, period, numbers);
    configure("enable_sort", "on");
  }

  /** What stands at T is the same for each month: of all requests it is asked once. */
  private void standing(ReportingPeriod period, Set<Slice> slices, Numbers numbers) {
    if (standingOfAll != null && StatisticsSql.ofAll(slices)) {
      numbers.of(Slice.ALL, "").putAll(standingOfAll);
      return;
    }
    Numbers found = new Numbers();
    rows(standing.asOf(slices), period, found);
    if (slices.contains(Slice.ALL)) {
      standingOfAll = found.of(Slice.ALL, "");
    }
    numbers.add(found);
  }

  private void rows(String text, ReportingPeriod period, Numbers numbers) {
    statement(text, period).query((RowCallbackHandler) numbers::take);
  }

  /** A row with too many open requests for plain quantiles, of receipts as first or last told. */
  private record Many(Slice slice, String key, boolean corrected) {}

  private void whileManyAreOpen(ReportingPeriod period, Numbers numbers) {
    Map<Many, Map<Figure, Long>> many = new LinkedHashMap<>();
    for (Slice slice : Slice.values()) {
      numbers.forEach(
          slice,
          (key, values) -> {
            if (many(values, Figure.RECEIVED, Figure.OPEN)) {
              many.put(new Many(slice, key, false), values);
            }
            if (many(values, Figure.RECEIVED_CORRECTED, Figure.OPEN_CORRECTED)) {
              many.put(new Many(slice, key, true), values);
            }
          });
    }
    if (many.isEmpty()) {
      return;
    }
    Map<Slice, List<String>> first = keys(many.keySet(), false);
    Map<Slice, List<String>> corrected = keys(many.keySet(), true);
    JdbcClient.StatementSpec statement =
        statement(sql.times(first.keySet(), corrected.keySet()), period);
    first.forEach((slice, keys) ->
        statement.param(StatisticsSql.keys(slice, false), keys.toArray(String[]::new)));
    corrected.forEach((slice, keys) ->
        statement.param(StatisticsSql.keys(slice, true), keys.toArray(String[]::new)));
    Map<Many, List<KaplanMeier.Time>> times = new HashMap<>();
    statement.query(
        (RowCallbackHandler)
            row ->
                times
                    .computeIfAbsent(
                        new Many(
                            Slice.valueOf(row.getString(1)), row.getString(3), row.getBoolean(2)),
                        unused -> new ArrayList<>())
                    .add(new KaplanMeier.Time(row.getLong(4), row.getLong(5), row.getLong(6))));
    many.forEach((row, values) -> {
      List<Figure> figures = row.corrected() ? CORRECTED : GROSS;
      figures.forEach(values::remove);
      values.putAll(KaplanMeier.of(times.getOrDefault(row, List.of()), figures));
    });
  }

  private static Map<Slice, List<String>> keys(Set<Many> many, boolean corrected) {
    Map<Slice, List<String>> keys = new EnumMap<>(Slice.class);
    for (Many row : many) {
      if (row.corrected() == corrected) {
        keys.computeIfAbsent(row.slice(), unused -> new ArrayList<>()).add(row.key());
      }
    }
    return keys;
  }

  private static boolean many(Map<Figure, Long> values, Figure received, Figure open) {
    return 10 * values.getOrDefault(open, 0L) > values.getOrDefault(received, 0L);
  }
}
