package org.disclosureledger.service.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.report.ReportName;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for what has to be raised. A row's key is the kind, the subject and the cause (the due
 * time, say), so that each is raised once however often, and in however many processes, it is
 * looked; and what happened while no process ran is found by the first look after it.
 */
public final class AlertScan {
  private static final Logger log = LoggerFactory.getLogger(AlertScan.class);

  private static final String REQUESTS_DUE =
      """
      INSERT INTO alert (ledger_id, kind, subject, cause, due, raised_at, register_number)
      SELECT :id, k.kind, r.request_id::text, to_char(r.due AT TIME ZONE 'UTC', :instant), r.due,
        :now, r.register_ordinal || '/' || r.register_year
      FROM register.request r,
        LATERAL (SELECT CASE WHEN r.due <= :now THEN 'OVERDUE' ELSE 'DUE_SOON' END AS kind) k
      WHERE r.ledger = :ledger AND r.answered_at IS NULL AND r.due IS NOT NULL
        AND r.due <= CASE WHEN r.emergency THEN :soonEmergency ELSE :soon END
        AND NOT EXISTS (SELECT FROM alert a
          WHERE a.ledger_id = :id AND a.kind = k.kind AND a.subject = r.request_id::text
            AND a.cause = to_char(r.due AT TIME ZONE 'UTC', :instant))
      ON CONFLICT DO NOTHING\
      """;
  private static final String CONFIRMATIONS_MISSED =
      """
      INSERT INTO alert (ledger_id, kind, subject, cause, due, raised_at, register_number)
      SELECT :id, 'CONFIRMATION_MISSED', r.request_id::text,
        to_char(r.confirm_by AT TIME ZONE 'UTC', :instant), r.confirm_by, :now,
        r.register_ordinal || '/' || r.register_year
      FROM register.request r
      WHERE r.ledger = :ledger AND r.confirmation = 'MISSED' AND r.confirm_by IS NOT NULL
        AND NOT EXISTS (SELECT FROM alert a
          WHERE a.ledger_id = :id AND a.kind = 'CONFIRMATION_MISSED'
            AND a.subject = r.request_id::text
            AND a.cause = to_char(r.confirm_by AT TIME ZONE 'UTC', :instant))
      ON CONFLICT DO NOTHING\
      """;

  /** What was frozen says itself when it is due, if it does. */
  private static final String FROZEN_REPORTS_DUE =
      """
      INSERT INTO alert (ledger_id, kind, subject, cause, due, raised_at)
      SELECT :id, 'REPORT_DUE', r.name, to_char(r.due_by AT TIME ZONE 'UTC', :instant), r.due_by,
        :now
      FROM report.report r
      WHERE r.ledger = :ledger AND r.submissions = 0 AND r.due_by - :notice::interval <= :now
      ON CONFLICT DO NOTHING\
      """;

  private static final String REPORT_DUE =
      """
      INSERT INTO alert (ledger_id, kind, subject, cause, due, raised_at)
      SELECT :id, 'REPORT_DUE', :name, to_char(d.due AT TIME ZONE 'UTC', :instant), d.due, :now
      FROM (SELECT :due::timestamptz AS due) d
      WHERE d.due - :notice::interval <= :now
        AND NOT EXISTS (SELECT FROM report.report
          WHERE ledger = :ledger AND name = :name AND (submissions > 0 OR due_by IS NOT NULL))
      ON CONFLICT DO NOTHING\
      """;

  private static final String CALENDAR_ENDS =
      """
      INSERT INTO alert (ledger_id, kind, subject, cause, due, raised_at)
      VALUES (:id, 'CALENDAR_ENDS', :calendar, :last, :end, :now)
      ON CONFLICT DO NOTHING\
      """;

  /** Others learn the agency's code, and neither whose request it was nor which. */
  private static final String FORGERIES =
      """
      INSERT INTO alert (ledger_id, kind, subject, cause, raised_at, agency)
      SELECT :id, 'FORGERY_ELSEWHERE', md5(s.event_id::text || :id::text)::uuid::text, '', :now,
        r.agency_code
      FROM forgery.suspicion s
      JOIN register.request r ON r.ledger = s.ledger AND r.request_id = s.request_id
      JOIN ledger l ON l.name = s.ledger
      WHERE s.ledger <> :ledger AND NOT l.sample AND s.recorded_at > :since
      ON CONFLICT DO NOTHING\
      """;

  private static final String HEAD =
      """
      SELECT coalesce((SELECT position FROM entry WHERE ledger_id = :id
                       ORDER BY leaf_index DESC LIMIT 1), -1)\
      """;
  private static final String APPLIED =
      """
      SELECT least((SELECT position FROM register.applied), (SELECT position FROM report.applied))\
      """;

  private static final String INSTANT = "YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"";
  private static final StreamId CALENDAR = new StreamId("calendar");
  private static final int WARNED_OF_DAYS = 30;

  /** Of one look, over all ledgers: a list that is being rebuilt is not waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final JdbcClient db;
  private final LedgerDirectory ledgers;
  private final LedgerClock clock;
  private final EntryStore store;
  private final AlertSettings settings;

  AlertScan(
      JdbcClient db,
      LedgerDirectory ledgers,
      LedgerClock clock,
      EntryStore store,
      AlertSettings settings) {
    this.db = db;
    this.ledgers = ledgers;
    this.clock = clock;
    this.store = store;
    this.settings = settings;
  }

  /** All ledgers; one that fails, or whose lists lag, keeps no other from being looked at. */
  public void run() {
    long patientUntil = System.nanoTime() + PATIENCE.toNanos();
    for (LedgerDescription ledger : ledgers.all()) {
      try {
        Instant now = clock.now(ledger.name());
        if (!listsHaveReachedHead(ledger, patientUntil)) {
          log.warn("ledger {} is not looked through: its lists lag behind it", ledger.name());
          continue;
        }
        int raised = run(ledger, now);
        if (raised > 0) {
          log.info("ledger {}: {} alerts raised", ledger.name(), raised);
        }
      } catch (RuntimeException e) {
        log.error("ledger {} is not looked through: {}", ledger.name(), e.getClass().getName());
      }
    }
  }

  /**
   * An alert stays for good, so none is raised of a request that was answered, or a report that was
   * submitted, in entries that the lists do not know yet. The head is the one of now: where entries
   * come all the time the lists never reach the last one.
   */
  private boolean listsHaveReachedHead(LedgerDescription ledger, long patientUntil) {
    long head = db.sql(HEAD).param("id", ledger.id()).query(Long.class).single();
    while (db.sql(APPLIED).query(Long.class).single() < head) {
      if (System.nanoTime() - patientUntil > 0) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }

  /**
   * How many are new.
   *
   * @param now when the lists were known to be complete, UTC
   */
  private int run(LedgerDescription ledger, Instant now) {
    int raised =
        statement(REQUESTS_DUE, ledger, now)
            .param("instant", INSTANT)
            .param("ledger", ledger.name())
            .param("soon", SqlTime.of(now.plus(settings.dueSoon())))
            .param("soonEmergency", SqlTime.of(now.plus(settings.emergencyDueSoon())))
            .update();
    raised +=
        statement(CONFIRMATIONS_MISSED, ledger, now)
            .param("instant", INSTANT)
            .param("ledger", ledger.name())
            .update();
    raised += reports(ledger, now);
    raised += calendar(ledger, now);
    if (!ledger.sample()) {
      ZonedDateTime since = now.atZone(LedgerZone.ID).minusDays(WARNED_OF_DAYS);
      raised +=
          statement(FORGERIES, ledger, now)
              .param("ledger", ledger.name())
              .param("since", SqlTime.of(since.toInstant()))
              .update();
    }
    return raised;
  }

  private JdbcClient.StatementSpec statement(String sql, LedgerDescription ledger, Instant now) {
    return db.sql(sql).params(Map.of("id", ledger.id(), "now", SqlTime.of(now)));
  }

  /** What is due beyond its end cannot be counted, and is refused. */
  private int calendar(LedgerDescription ledger, Instant now) {
    List<StoredEvent> last = store.latest(ledger.name(), CALENDAR, 1);
    if (last.isEmpty() || !(last.getFirst().payload() instanceof CalendarImported calendar)) {
      return 0;
    }
    LocalDate today = LocalDate.ofInstant(now, LedgerZone.ID);
    if (today.plus(settings.calendarNotice()).isBefore(calendar.to())) {
      return 0;
    }
    Instant end = calendar.to().plusDays(1).atStartOfDay(LedgerZone.ID).toInstant();
    return statement(CALENDAR_ENDS, ledger, now)
        .param("calendar", last.getFirst().header().id().toString())
        .param("last", calendar.to().toString())
        .param("end", SqlTime.of(end))
        .update();
  }

  /**
   * Of what was frozen with a due time; and of the half-year and the year that ended last, if the
   * ledger was there by then.
   */
  private int reports(LedgerDescription ledger, Instant now) {
    Instant opened =
        store
            .entry(ledger.name(), 0)
            .map(entry -> entry.header().recordedTime())
            .orElse(Instant.MAX);
    ReportingPeriod half = ReportingPeriod.halfYearOf(now);
    LocalDate last = LocalDate.ofInstant(half.from().minusMillis(1), LedgerZone.ID);
    int raised =
        statement(FROZEN_REPORTS_DUE, ledger, now)
            .param("instant", INSTANT)
            .param("ledger", ledger.name())
            .param("notice", settings.reportNotice().toString())
            .update();
    for (ReportName name :
        List.of(
            ReportName.half(last.getYear(), last.getMonthValue() <= 6 ? 1 : 2),
            ReportName.year(LocalDate.ofInstant(now, LedgerZone.ID).getYear() - 1))) {
      ReportingPeriod period = name.period().orElseThrow();
      if (opened.isBefore(period.to())) {
        raised += report(ledger, now, name, period);
      }
    }
    return raised;
  }

  private int report(
      LedgerDescription ledger, Instant now, ReportName name, ReportingPeriod period) {
    Instant due = period.to().atZone(LedgerZone.ID).plus(settings.reportDue()).toInstant();
    return statement(REPORT_DUE, ledger, now)
        .param("instant", INSTANT)
        .param("ledger", ledger.name())
        .param("name", name.value())
        .param("due", SqlTime.of(due))
        .param("notice", settings.reportNotice().toString())
        .update();
  }
}
