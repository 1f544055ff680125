package org.disclosureledger.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.statistics.KaplanMeier.Time;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
  private static final List<Figure> FIGURES =
      List.of(Figure.GROSS_P50, Figure.GROSS_P90, Figure.GROSS_P95);

  @Test
  void whoWaitsLongerThanAllAnsweredKeepsTheHighQuantilesUnknown() {
    // The worked example: four answers, one still waiting.
    List<Time> times =
        List.of(
            new Time(6, 1, 1),
            new Time(22, 1, 1),
            new Time(25, 1, 1),
            new Time(34, 1, 1),
            new Time(590, 0, 1));
    assertThat(KaplanMeier.of(times, FIGURES)).isEqualTo(Map.of(Figure.GROSS_P50, 25L));
  }

  @Test
  void whoWaitsLessThanAnAnswerTookLeavesTheCountBeforeIt() {
    // S = 1/2 at 2 of four; the one censored at 3 leaves one, whose answer ends it.
    List<Time> times =
        List.of(new Time(1, 1, 1), new Time(2, 1, 1), new Time(3, 0, 1), new Time(4, 1, 1));
    assertThat(KaplanMeier.of(times, FIGURES))
        .isEqualTo(Map.of(Figure.GROSS_P50, 2L, Figure.GROSS_P90, 4L, Figure.GROSS_P95, 4L));
  }

  @Test
  void whoWaitsExactlyAsLongAsAnAnswerTookIsStillAtRiskThen() {
    // S = 2/3 at 5: had the one that waits been left out before, it would be 1/2.
    List<Time> times = List.of(new Time(5, 1, 2), new Time(9, 1, 1));
    assertThat(KaplanMeier.of(times, FIGURES))
        .isEqualTo(Map.of(Figure.GROSS_P50, 9L, Figure.GROSS_P90, 9L, Figure.GROSS_P95, 9L));
  }

  @Test
  void whereNothingWasAnsweredThereIsNoQuantile() {
    assertThat(KaplanMeier.of(List.of(new Time(5, 0, 3)), FIGURES)).isEmpty();
    assertThat(KaplanMeier.of(List.of(), FIGURES)).isEmpty();
  }
}
