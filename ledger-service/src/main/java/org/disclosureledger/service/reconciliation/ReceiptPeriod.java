package org.disclosureledger.service.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.form.Form;

/**
 * Days of receipt that a list is about, Asia/Ho_Chi_Minh, both included, at most {@link #MAX_DAYS}.
 */
public record ReceiptPeriod(LocalDate from, LocalDate to) {
  public static final int MAX_DAYS = 366;

  /**
   * @throws CommandRefused when it is none, or too long
   */
  public ReceiptPeriod {
    from = Form.date("from", from);
    to = Form.date("to", to);
    Form.inOrder(from, to);
    if (from.plusDays(MAX_DAYS).isBefore(to.plusDays(1))) {
      throw new CommandRefused(ReconciliationRule.PERIOD_TOO_LONG, "at most " + MAX_DAYS + " days");
    }
  }

  public Instant begins() {
    return from.atStartOfDay(LedgerZone.ID).toInstant();
  }

  /** The first instant after it. */
  public Instant ends() {
    return to.plusDays(1).atStartOfDay(LedgerZone.ID).toInstant();
  }

  boolean contains(Instant instant) {
    return !instant.isBefore(begins()) && instant.isBefore(ends());
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
