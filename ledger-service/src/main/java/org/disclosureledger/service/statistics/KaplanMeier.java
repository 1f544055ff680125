package org.disclosureledger.service.statistics;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.service.figures.Figure;

/** Quantiles while many are open ({@code schemas/REPORTS.md} §4), in whole numbers alone. */
final class KaplanMeier {
  private static final BigInteger ONE = BigInteger.TEN.pow(18);

  /**
   * One of the distinct times, ascending.
   *
   * @param events that took exactly that long
   * @param all of that time, with those that have waited so long and still wait
   */
  record Time(long millis, long events, long all) {}

  private KaplanMeier() {}

  /**
   * @param figures of the 0.5-, 0.9- and 0.95-quantile
   */
  static Map<Figure, Long> of(List<Time> times, List<Figure> figures) {
    BigInteger[] bounds = {
      ONE.divide(BigInteger.TWO), ONE.divide(BigInteger.TEN), ONE.divide(BigInteger.valueOf(20))
    };
    Map<Figure, Long> found = new EnumMap<>(Figure.class);
    long left = times.stream().mapToLong(Time::all).sum();
    BigInteger survival = ONE;
    int next = 0;
    for (Time time : times) {
      if (time.events() > 0) {
        survival =
            survival
                .multiply(BigInteger.valueOf(left - time.events()))
                .divide(BigInteger.valueOf(left));
        while (next < bounds.length && survival.compareTo(bounds[next]) <= 0) {
          found.put(figures.get(next), time.millis());
          next++;
        }
      }
      left -= time.all();
    }
    return found;
  }
}
