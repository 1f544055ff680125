package org.disclosureledger.verifier.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.disclosureledger.verifier.figures.Pauses.Stretch;
import org.junit.jupiter.api.Test;

class PausesTest {
  private static final long NOW = 100;
  private final Pauses pauses = new Pauses();

  @Test
  void theyAreCutToTheTimeAskedForAndJoinedWhereTheyMeet() {
    pauses.begin(10);
    pauses.end(20);
    pauses.begin(15);
    pauses.end(30);
    pauses.begin(50);
    pauses.end(60);
    assertThat(pauses.within(12, 55, NOW))
        .containsExactly(new Stretch(12, 30), new Stretch(50, 55));
  }

  @Test
  void oneThatHasNotEndedEndsNow() {
    pauses.begin(90);
    assertThat(pauses.within(0, 1_000, NOW)).containsExactly(new Stretch(90, 100));
  }

  @Test
  void oneThatEndsBeforeItBeginsIsNone() {
    pauses.begin(20);
    pauses.end(10);
    assertThat(pauses.within(0, NOW, NOW)).isEmpty();
    assertThat(pauses.within(50, 40, NOW)).isEmpty();
  }

  @Test
  void twoQuestionsEndWithTheSameAnswer() {
    pauses.begin(10);
    pauses.begin(20);
    pauses.end(30);
    assertThat(pauses.within(0, NOW, NOW)).containsExactly(new Stretch(10, 30));
  }
}
