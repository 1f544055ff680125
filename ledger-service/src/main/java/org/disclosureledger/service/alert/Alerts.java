package org.disclosureledger.service.alert;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the timers run: the look, and apart from it the mail, whose server may be slow. */
public final class Alerts {
  private final AlertScan scan;
  private final RecountAlert recounts;
  private final @Nullable AlertMail mail;
  private final Duration every;

  Alerts(AlertScan scan, RecountAlert recounts, @Nullable AlertMail mail, Duration every) {
    this.scan = scan;
    this.recounts = recounts;
    this.mail = mail;
    this.every = every;
  }

  public Duration every() {
    return every;
  }

  /**
   * A request's due time was not counted again, for a reason that nobody foresaw.
   *
   * @param adoption id of the entry that adopted the policy or imported the calendar
   */
  public void recountFailed(String ledger, UUID request, UUID adoption) {
    recounts.raise(ledger, request, adoption);
  }

  public void run() {
    scan.run();
  }

  /** What was raised, where mail is set up. */
  public void mail() {
    if (mail != null) {
      mail.run();
    }
  }
}
