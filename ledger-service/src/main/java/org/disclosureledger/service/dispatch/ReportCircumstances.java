package org.disclosureledger.service.dispatch;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.report.PreviousReport;
import org.disclosureledger.service.report.ReportName;
import org.disclosureledger.service.report.command.FreezeReport;
import org.disclosureledger.service.report.command.ReportCommand;
import org.disclosureledger.service.report.event.ReportAmended;
import org.disclosureledger.service.report.event.ReportFrozen;
import org.disclosureledger.service.report.event.StatedRow;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.sealing.StreamReads;
import org.jspecify.annotations.Nullable;

/** What freezing a report is decided on: the report of the period before, which stays as read. */
final class ReportCircumstances {
  private ReportCircumstances() {}

  static @Nullable PreviousReport previous(ReportCommand command, StreamReads reads) {
    return command instanceof FreezeReport
        ? command.report().previous().map(name -> previous(name, reads)).orElse(null)
        : null;
  }

  private static @Nullable PreviousReport previous(ReportName name, StreamReads reads) {
    List<StoredEvent> stream = reads.stream(name.stream());
    UUID frozen = null;
    long openAfter = 0;
    for (StoredEvent stored : stream) {
      if (stored.payload() instanceof ReportFrozen first) {
        frozen = stored.header().id();
        openAfter = openAfter(first.rows());
      } else if (stored.payload() instanceof ReportAmended amended) {
        openAfter = openAfter(amended.rows());
      }
    }
    return frozen == null ? null : new PreviousReport(frozen, openAfter);
  }

  /** The row of all is the first, and so never in a list that goes on. */
  private static long openAfter(List<StatedRow> rows) {
    return rows.stream()
        .filter(row -> row.slice() == Slice.ALL)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a report without its first row"))
        .row()
        .figures()
        .count(Figure.OPEN_AFTER);
  }
}
