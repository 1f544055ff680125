package org.disclosureledger.service.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the timers run: look, then mail. */
public final class Alerts {
  private final AlertScan scan;
  private final @Nullable AlertMail mail;
  private final Duration every;

  Alerts(AlertScan scan, @Nullable AlertMail mail, Duration every) {
    this.scan = scan;
    this.mail = mail;
    this.every = every;
  }

  public Duration every() {
    return every;
  }

  public void run() {
    scan.run();
    if (mail != null) {
      mail.run();
    }
  }
}
