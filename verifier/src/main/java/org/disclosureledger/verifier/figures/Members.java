package org.disclosureledger.verifier.figures;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The members of a row as they are counted, in the order of REPORTS §3. */
final class Members {
  final Map<String, Long> all = new LinkedHashMap<>();

  /** A count or a sum: left out if it is 0. */
  void put(String name, long count) {
    if (count != 0) {
      all.put(name, count);
    }
  }

  <T> void count(String name, Collection<T> of, Predicate<? super T> counted) {
    put(name, of.stream().filter(counted).count());
  }

  /** Left out if there is none; 0 is one. */
  void put(String name, OptionalLong value) {
    value.ifPresent(known -> all.put(name, known));
  }

  /** The three quantiles of a turnaround. */
  void quantiles(String prefix, long[] values) {
    for (int percent : new int[] {50, 90, 95}) {
      put(quantile(prefix, percent), Quantiles.of(values, percent));
    }
  }

  /** The same where some are still going on. */
  void unfinished(String prefix, long[] ended, long[] going) {
    for (int percent : new int[] {50, 90, 95}) {
      put(quantile(prefix, percent), Quantiles.ofUnfinished(ended, going, percent));
    }
  }

  /** One string for all rows, of which many may be kept. */
  private static String quantile(String prefix, int percent) {
    return (prefix + "P" + percent).intern();
  }

  static <T> long[] lengths(Collection<T> of, ToLongFunction<? super T> length) {
    return of.stream().mapToLong(length).toArray();
  }

  static OptionalLong max(long[] values) {
    return Arrays.stream(values).max();
  }
}
