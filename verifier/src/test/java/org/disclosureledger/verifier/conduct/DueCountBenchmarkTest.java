package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Under {@code -Pbench} over ten thousand recounts; else only shown to run. */
class DueCountBenchmarkTest {
  private static final boolean MEASURES =
      Double.parseDouble(System.getProperty("bench.seconds", "0")) >= 1;

  @Test
  void aRequestThatIsCountedAgainAndAgainIsJudgedSound() {
    String told = DueCountBenchmark.measure(MEASURES ? 1_000 : 10, MEASURES ? 10_000 : 20);
    System.out.println(told);
    assertThat(told).contains("0 not checked, 0 findings, in ");
  }
}
