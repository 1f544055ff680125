package org.disclosureledger.verifier.figures;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.OptionalLong;

/** Quantiles by nearest rank (REPORTS §1), and those of the Kaplan–Meier estimator (§4). */
final class Quantiles {
  private static final BigInteger ONE = BigInteger.TEN.pow(18);

  private Quantiles() {}

  /** Where so many of the hundred parts lie below. */
  static OptionalLong of(long[] values, int percent) {
    if (values.length == 0) {
      return OptionalLong.empty();
    }
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    long rank = ((long) percent * sorted.length + 99) / 100;
    return OptionalLong.of(sorted[(int) rank - 1]);
  }

  /**
   * The same where some have not ended yet.
   *
   * @param ended how long those took that ended
   * @param going how long the others have taken so far
   */
  static OptionalLong ofUnfinished(long[] ended, long[] going, int percent) {
    long[] events = ended.clone();
    long[] censored = going.clone();
    Arrays.sort(events);
    Arrays.sort(censored);
    BigInteger enough =
        ONE.divide(BigInteger.valueOf(100)).multiply(BigInteger.valueOf(100 - percent));
    BigInteger survival = ONE;
    int gone = 0;
    for (int i = 0; i < events.length; ) {
      long at = events[i];
      while (gone < censored.length && censored[gone] < at) {
        gone++;
      }
      long risk = events.length - i + (censored.length - gone);
      int next = i;
      while (next < events.length && events[next] == at) {
        next++;
      }
      survival =
          survival.multiply(BigInteger.valueOf(risk - (next - i))).divide(BigInteger.valueOf(risk));
      if (survival.compareTo(enough) <= 0) {
        return OptionalLong.of(at);
      }
      i = next;
    }
    return OptionalLong.empty();
  }
}
