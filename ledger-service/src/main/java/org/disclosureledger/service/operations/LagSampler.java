package org.disclosureledger.service.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.disclosureledger.service.projection.ProjectionRebuild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Asks the database now and then how far everything is, so that nobody who reads the meters makes
 * it work. While it does not answer these meters are absent. Every process says the same.
 */
final class LagSampler {
  private static final Logger log = LoggerFactory.getLogger(LagSampler.class);
  private static final int PATIENCE_SECONDS = 5;

  private final JdbcTemplate db;
  private final ProjectionRebuild projections;
  private final MultiGauge sizes;
  private final MultiGauge unpublished;
  private final MultiGauge unapplied;
  private final MultiGauge delays;
  private final MultiGauge alerts;

  LagSampler(JdbcTemplate db, ProjectionRebuild projections, MeterRegistry meters) {
    this.db = new JdbcTemplate(Objects.requireNonNull(db.getDataSource()));
    this.db.setQueryTimeout(PATIENCE_SECONDS);
    this.projections = projections;
    sizes = gauge(meters, "ledger.size", "entries", "Entries of a ledger");
    unpublished =
        gauge(meters, "ledger.publication.lag", "entries", "Entries not in the topics yet");
    unapplied =
        gauge(
            meters, "ledger.projection.lag", "entries", "Entries that a projection has not taken");
    delays =
        gauge(
            meters,
            "ledger.projection.delay",
            "seconds",
            "Age of the first entry that a projection has not taken");
    alerts = gauge(meters, "ledger.alerts.unseen", "alerts", "Alerts nobody has marked as seen");
  }

  private static MultiGauge gauge(
      MeterRegistry meters, String name, String unit, String description) {
    return MultiGauge.builder(name).description(description).baseUnit(unit).register(meters);
  }

  /** A row of a gauge: what it is about, and how much. */
  private record Sample(String about, double value) {}

  @Scheduled(
      initialDelay = 1,
      fixedDelayString = "${ledger.operations.sample-seconds:10}",
      timeUnit = TimeUnit.SECONDS)
  void sample() {
    try {
      show(sizes, "ledger", perLedger("h.size"));
      show(
          unpublished,
          "ledger",
          perLedger("CASE WHEN p.ledger_id IS NULL THEN 0 ELSE h.size - p.entries END"));
      show(alerts, "ledger", perLedger(UNSEEN));
      List<Sample> lags = new ArrayList<>();
      List<Sample> ages = new ArrayList<>();
      for (String name : projections.names()) {
        lags.add(new Sample(name, number(LAG.formatted(name))));
        ages.add(new Sample(name, number(AGE.formatted(name))));
      }
      show(unapplied, "projection", lags);
      show(delays, "projection", ages);
    } catch (DataAccessException e) {
      log.debug("nothing is measured: {}", e.getMessage());
      List.of(sizes, unpublished, alerts, unapplied, delays)
          .forEach(gauge -> gauge.register(List.of(), true));
    }
  }

  private static final String UNSEEN =
      """
      (SELECT count(*) FROM alert a WHERE a.ledger_id = h.ledger_id AND a.seen_at IS NULL)\
      """;

  private static final String LAG =
      """
      SELECT greatest(0, (SELECT next_position FROM deployment_head) - 1
        - coalesce((SELECT position FROM %s.applied), -1))\
      """;

  private static final String AGE =
      """
      SELECT greatest(0, coalesce((SELECT extract(epoch FROM clock_timestamp() - recorded_at)
        FROM entry WHERE position > coalesce((SELECT position FROM %s.applied), -1)
        ORDER BY position LIMIT 1), 0))\
      """;

  private double number(String sql) {
    Double number = db.queryForObject(sql, Double.class);
    return number == null ? Double.NaN : number;
  }

  private List<Sample> perLedger(String value) {
    return db.query(
        """
        SELECT l.name, %s FROM ledger_head h JOIN ledger l ON l.id = h.ledger_id
        LEFT JOIN publication p ON p.ledger_id = h.ledger_id ORDER BY l.name\
        """
            .formatted(value),
        (row, n) -> new Sample(row.getString(1), row.getDouble(2)));
  }

  private static void show(MultiGauge gauge, String tag, List<Sample> samples) {
    gauge.register(
        samples.stream()
            .map(each -> MultiGauge.Row.of(Tags.of(tag, each.about()), each.value()))
            .toList(),
        true);
  }
}
