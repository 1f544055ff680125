package org.disclosureledger.service.intake.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.report.ReportName;
import org.disclosureledger.service.report.ReportRule;
import org.disclosureledger.service.report.event.ReportAmended;
import org.disclosureledger.service.report.event.ReportEvent;
import org.disclosureledger.service.report.event.ReportFrozen;
import org.disclosureledger.service.report.event.ReportHead;
import org.disclosureledger.service.report.event.ReportListed;
import org.disclosureledger.service.report.event.ReportSubmitted;
import org.disclosureledger.service.report.event.StatedRow;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.springframework.stereotype.Component;

/** Reads one report from its stream, so that what was just frozen is there. */
@Component
class ReportReading {
  private final EntryStore store;

  ReportReading(EntryStore store) {
    this.store = store;
  }

  /**
   * @throws CommandRefused with {@link ReportRule#REPORT_NOT_FOUND}
   */
  ReportDetails one(LedgerDescription ledger, String name) {
    ReportName report = ReportName.of(name).orElseThrow(ReportReading::unknown);
    List<StoredEvent> stream = store.stream(ledger.name(), report.stream());
    if (stream.isEmpty() || !(stream.getFirst().payload() instanceof ReportFrozen frozen)) {
      throw unknown();
    }
    Fold fold = new Fold();
    stream.forEach(fold::take);
    return new ReportDetails(
        report.value(),
        frozen.kind(),
        frozen.from(),
        frozen.to(),
        frozen.previous(),
        frozen.dueBy(),
        List.copyOf(fold.versions),
        List.copyOf(fold.submissions),
        stream.getLast().header().sequence());
  }

  static CommandRefused unknown() {
    return new CommandRefused(ReportRule.REPORT_NOT_FOUND, "nothing of this name");
  }

  private static final class Fold {
    final List<ReportDetails.Version> versions = new ArrayList<>();
    final List<ReportDetails.Sent> submissions = new ArrayList<>();
    private final Map<UUID, List<StatedRow>> rows = new HashMap<>();

    void take(StoredEvent stored) {
      if (stored.payload() instanceof ReportEvent event) {
        take(stored.header(), event);
      }
    }

    private void take(EventHeader header, ReportEvent event) {
      switch (event) {
        case ReportFrozen frozen -> version(header, frozen.asOf(), frozen.head(), frozen.rows());
        case ReportAmended amended ->
            version(header, amended.asOf(), amended.head(), amended.rows());
        case ReportListed listed -> {
          List<StatedRow> all = rows.get(listed.report());
          if (all == null) {
            throw new IllegalStateException("a list goes on with no report");
          }
          all.addAll(listed.rows());
        }
        case ReportSubmitted submitted ->
            submissions.add(
                new ReportDetails.Sent(
                    submitted.report(),
                    submitted.recipient(),
                    header.time(),
                    header.recordedTime(),
                    header.leafIndex()));
      }
    }

    private void version(EventHeader header, Instant asOf, ReportHead head, List<StatedRow> first) {
      List<StatedRow> all = new ArrayList<>(first);
      rows.put(header.id(), all);
      versions.add(
          new ReportDetails.Version(
              header.id(), header.leafIndex(), header.recordedTime(), asOf, head, all));
    }
  }
}
