package org.disclosureledger.service.paper;

import org.disclosureledger.service.suppression.Shown;
import org.jspecify.annotations.Nullable;

/**
 * One figure as it is printed.
 *
 * @param value absent where a sign stands for it
 * @param sign {@code <5} or {@code *}; absent where there is a value
 * @param rounded whether the value was rounded up to whole hours
 */
record Cell(@Nullable Long value, @Nullable String sign, boolean rounded) {
  private static final long HOUR = 3_600_000;

  static Cell exact(long value) {
    return new Cell(value, null, false);
  }

  static Cell of(long count, Shown shown) {
    return shown == Shown.EXACT ? exact(count) : new Cell(null, shown.of(count), false);
  }

  /** Still milliseconds, so that every document has one unit. */
  static Cell hours(long millis) {
    return new Cell(Math.ceilDiv(millis, HOUR) * HOUR, null, true);
  }
}
