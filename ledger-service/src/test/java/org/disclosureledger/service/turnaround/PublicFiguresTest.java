package org.disclosureledger.service.turnaround;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.turnaround.Turnaround.Received;
import org.junit.jupiter.api.Test;

class PublicFiguresTest {
  static final ReportingPeriod HALF = ReportingPeriod.half(2026, 1);

  private static Turnaround figures(Received received, long open, Rate onTime, Rate recorded) {
    return new Turnaround(
        "demo",
        HALF.to(),
        new Turnaround.Head(412, null),
        HALF.from(),
        HALF.to(),
        received,
        received,
        open,
        0,
        onTime,
        onTime,
        recorded,
        Rate.of(2, 2),
        Rate.of(2, 2));
  }

  private static Received received(long count, long answered, long cancelled, long noDeadline) {
    return new Received(
        count, answered, cancelled, count - answered, noDeadline, 5_400_001L, 90_000_000L, null);
  }

  @Test
  void aHalfYearBeginsAndEndsAtMidnightInHoChiMinhCity() {
    assertThat(HALF.from()).isEqualTo(Instant.parse("2025-12-31T17:00:00Z"));
    assertThat(HALF.to()).isEqualTo(Instant.parse("2026-06-30T17:00:00Z"));
    assertThat(ReportingPeriod.half(2026, 2).from()).isEqualTo(HALF.to());
    assertThat(ReportingPeriod.halfYearOf(HALF.to().minusMillis(1))).isEqualTo(HALF);
  }

  @Test
  void largeFiguresAreThemselvesAndDurationsAreWholeHours() {
    PublicFigures told =
        PublicFigures.of(
            figures(received(900, 880, 30, 40), 25, Rate.of(800, 850), Rate.of(790, 850)));
    assertThat(told.received())
        .isEqualTo(new PublicFigures.Received("900", "880", "30", "20", "40", 2L, 25L));
    assertThat(told.openAtAsOf()).isEqualTo("25");
    assertThat(told.onTime()).isEqualTo(new PublicFigures.Share("800", "850", 94L));
    assertThat(told.onTimeByRecordedTime().percent()).isEqualTo(93);
    assertThat(told.confirmedInWriting()).isEqualTo(new PublicFigures.Share("<5", "<5", null));
    assertThat(told.legend()).containsOnlyKeys("vi", "en");
  }

  @Test
  void threeUnansweredFollowFromNothingThatIsPrinted() {
    PublicFigures told =
        PublicFigures.of(
            figures(received(900, 897, 30, 40), 25, Rate.of(800, 850), Rate.of(790, 850)));
    assertThat(told.received().open()).isEqualTo("<5");
    assertThat(told.received().answered().equals("897") && told.received().count().equals("900"))
        .as("%s", told.received())
        .isFalse();
  }

  @Test
  void twoWhoWereLateFollowFromNothingThatIsPrinted() {
    PublicFigures told =
        PublicFigures.of(
            figures(received(900, 880, 30, 40), 25, Rate.of(848, 850), Rate.of(848, 850)));
    assertThat(told.onTime().numerator().equals("848") && told.onTime().denominator().equals("850"))
        .as("%s", told.onTime())
        .isFalse();
    assertThat(told.onTime().percent()).isNull();
  }

  @Test
  void fewDurationsAreNobodysBusiness() {
    PublicFigures ten =
        PublicFigures.of(figures(received(10, 10, 0, 0), 0, Rate.of(10, 10), Rate.of(10, 10)));
    assertThat(ten.received().p50Hours()).isNull();
    PublicFigures forty =
        PublicFigures.of(figures(received(49, 49, 0, 0), 0, Rate.of(49, 49), Rate.of(49, 49)));
    assertThat(forty.received().p50Hours()).isEqualTo(2);
    assertThat(forty.received().p90Hours()).isNull();
  }

  @Test
  void anEmptyHalfYearSaysFewerThanFiveEverywhere() {
    PublicFigures told =
        PublicFigures.of(
            figures(
                new Received(0, 0, 0, 0, 0, null, null, null), 0, Rate.of(0, 0), Rate.of(0, 0)));
    assertThat(told.received().count()).isEqualTo("<5");
    assertThat(told.onTime()).isEqualTo(new PublicFigures.Share("<5", "<5", null));
  }
}
