package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Under {@code -Pbench} over a million entries; else only shown to run. */
class ReportsBenchmarkTest {
  private static final boolean MEASURES =
      Double.parseDouble(System.getProperty("bench.seconds", "0")) >= 1;

  @Test
  void manyReportsOfALongLedgerTakeOnePass() {
    String told = ReportsBenchmark.measure(MEASURES ? 1_000_000 : 4_000, 20);
    System.out.println(told);
    assertThat(told).contains("20 statements: 20 reports,").contains(", 1 pass(es) in ");
  }

  /** Of 40 requests, after each ten of them one statement: 10, 30, 60 and 100 by then. */
  @Test
  void soManyRequestsAreCountedAtMost() {
    assertThat(ReportsBenchmark.judged(320, 4, 100)).isEqualTo("4 reports: null");
    assertThat(ReportsBenchmark.judged(320, 4, 99))
        .isEqualTo("4 reports, 3 recomputed: more than 99 requests, once for each statement");
  }
}
