package org.disclosureledger.service.request.content;

import java.time.Instant;
import org.disclosureledger.service.form.Form;

/**
 * A stretch of time that data is asked for or delivered about.
 *
 * @param from first instant, UTC, milliseconds
 * @param to first instant after it, UTC, milliseconds; later than {@code from}
 */
public record Period(Instant from, Instant to) {

  public Period {
    from = Form.instant("from", from);
    to = Form.instant("to", to);
    Form.inOrder(from, to);
  }

  public boolean contains(Period inner) {
    return !inner.from.isBefore(from) && !inner.to.isAfter(to);
  }
}
