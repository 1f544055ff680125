package org.disclosureledger.service.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.report.event.ReportAmended;
import org.disclosureledger.service.report.event.ReportEvent;
import org.disclosureledger.service.report.event.ReportFrozen;
import org.disclosureledger.service.report.event.ReportListed;
import org.disclosureledger.service.report.event.ReportSubmitted;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one report amount to, as far as deciding asks.
 *
 * @param period absent before it is frozen
 * @param asOf of the last version, UTC
 * @param size of the head of the last version
 * @param versions event ids of what was frozen and amended, with when, UTC
 */
record ReportState(
    @Nullable ReportingPeriod period, Instant asOf, long size, Map<UUID, Instant> versions) {
  static final ReportState EMPTY = new ReportState(null, Instant.EPOCH, 0, Map.of());

  boolean exists() {
    return period != null;
  }

  ReportState evolve(ReportEvent event, EventHeader header) {
    return switch (event) {
      case ReportFrozen frozen ->
          with(
              new ReportingPeriod(frozen.from(), frozen.to()),
              frozen.asOf(),
              frozen.head().size(),
              header);
      case ReportAmended amended -> with(period, amended.asOf(), amended.head().size(), header);
      case ReportListed _, ReportSubmitted _ -> this;
    };
  }

  private ReportState with(
      @Nullable ReportingPeriod stated, Instant stands, long entries, EventHeader header) {
    Map<UUID, Instant> all = new LinkedHashMap<>(versions);
    all.put(header.id(), header.time());
    return new ReportState(stated, stands, entries, all);
  }
}
