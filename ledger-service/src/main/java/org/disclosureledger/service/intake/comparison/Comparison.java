package org.disclosureledger.service.intake.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.jspecify.annotations.Nullable;

/**
 * Enterprises beside one another, each as its own ledger says; nothing is added up, for no share
 * and no percentile of several enterprises follows from theirs. No personal data.
 *
 * @param from first instant of the period, UTC
 * @param to first instant after it, UTC
 * @param enterprises in the order of their ledgers' names
 * @param enterprisesLeftOut how many more there are, which are to be asked for one by one
 * @param rows in the order of slices and keys, each with the enterprises that have it
 * @param rowsLeftOut how many more there are
 */
record Comparison(
    Instant from,
    Instant to,
    List<Enterprise> enterprises,
    int enterprisesLeftOut,
    List<Row> rows,
    int rowsLeftOut) {

  /**
   * @param asOf by the ledger's clock, UTC
   * @param size of the head that the figures rest on
   * @param root of it, base64; absent for an empty ledger
   * @param sample whether all of it is invented
   * @param figures a count of 0 and a quantile that does not exist are left out; milliseconds
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Enterprise(
      String ledger,
      boolean sample,
      Instant asOf,
      long size,
      @Nullable String root,
      Map<String, Long> figures) {
    static Enterprise of(String ledger, boolean sample, StatedFigures stated) {
      return new Enterprise(
          ledger, sample, stated.asOf(), stated.size(), stated.root(), stated.all().members());
    }
  }

  /**
   * @param key of the slice
   * @param figures by ledger
   */
  record Row(Slice slice, String key, Map<String, Map<String, Long>> figures) {}
}
