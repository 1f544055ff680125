package org.disclosureledger.service.turnaround;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A share, exactly.
 *
 * @param numerator those that meet it
 * @param denominator of the cohort
 * @param decimal their quotient with four decimals, half up; absent over an empty cohort
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rate(long numerator, long denominator, @Nullable String decimal) {
  static Rate of(long numerator, long denominator) {
    String decimal =
        denominator == 0
            ? null
            : BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), 4, RoundingMode.HALF_UP)
                .toPlainString();
    return new Rate(numerator, denominator, decimal);
  }
}
