package org.disclosureledger.service.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.reconciliation.ReceiptPeriod;

/**
 * An agency's own list of what it sent within some days, as its clerk would keep it: one document
 * is forgotten, one is dated wrongly, and one never reached the enterprise.
 */
final class ListPlan {
  /** What late clerks of ours enter is in the register by then. */
  private static final Duration SENT_AFTER = Duration.ofDays(10);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final int FORGOTTEN = 3;
  private static final int MISDATED = 1;

  private final SampleAgency agency;
  private final List<SampleAgency> predecessors;
  private final ReceiptPeriod period;
  private final String astray;
  private final UUID id;
  private final List<SentPaper> papers = new ArrayList<>();

  /**
   * @param predecessors whose documents it lists beside its own
   * @param start first instant of the half-year, UTC
   * @param when its share that has passed on the list's first day
   */
  ListPlan(
      SampleAgency agency,
      List<SampleAgency> predecessors,
      Instant start,
      double when,
      int days,
      Invented invented) {
    this.agency = agency;
    this.predecessors = List.copyOf(predecessors);
    Instant first = start.plusMillis((long) (when * SampleScenario.HALF_YEAR.toMillis()));
    LocalDate from = LocalDate.ofInstant(first, LedgerZone.ID);
    this.period = new ReceiptPeriod(from, from.plusDays(days - 1));
    this.astray = invented.documentNumber(agency.code().value());
    this.id = invented.uuid();
  }

  /** Takes what belongs on the list. */
  void note(SampleAgency sender, List<SentPaper> sent) {
    if (sender.equals(agency) || predecessors.contains(sender)) {
      sent.stream().filter(paper -> within(paper.receivedAt())).forEach(papers::add);
    }
  }

  private boolean within(Instant receivedAt) {
    return !receivedAt.isBefore(period.begins()) && receivedAt.isBefore(period.ends());
  }

  SampleStep step() {
    Instant at = period.ends().plus(SENT_AFTER).plus(Duration.ofHours(9));
    return new SampleStep(
        at,
        SamplePerson.LEGAL,
        new Mark(),
        memory -> memory.compared(id, agency.code().value(), period, csv()));
  }

  private byte[] csv() {
    StringBuilder csv = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
      printer.printRecord("Số, ký hiệu", "Ngày văn bản", "Thời điểm nhận");
      for (int i = 0; i < papers.size(); i++) {
        SentPaper paper = papers.get(i);
        if (i != FORGOTTEN) {
          LocalDate date = i == MISDATED ? paper.date().minusDays(1) : paper.date();
          printer.printRecord(paper.number(), DAY.format(date), minute(paper.receivedAt()));
        }
      }
      Instant lost = period.begins().plus(Duration.ofHours(10));
      printer.printRecord(astray, DAY.format(period.from()), minute(lost));
    } catch (IOException e) {
      throw new UncheckedIOException("a text takes what is written to it", e);
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String minute(Instant instant) {
    return MINUTE.format(ZonedDateTime.ofInstant(instant, LedgerZone.ID));
  }
}
