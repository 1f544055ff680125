package org.disclosureledger.service.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.paper.OnTimeChart.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private static final Wording VI = new Wording(Language.VI);
  private static final Wording EN = new Wording(Language.EN);

  @ParameterizedTest
  @CsvSource({
    "0,0 giây,0 s",
    "499,0 giây,0 s",
    "59400,59 giây,59 s",
    "60000,1 phút,1 min",
    "94500000,26 giờ 15 phút,26 h 15 min",
    "3600000,1 giờ,1 h",
    "3599999,1 giờ,1 h",
    "-90000,−2 phút,−2 min",
    "4446000000,1.235 giờ,'1,235 h'",
  })
  void aDurationIsInHoursAndMinutes(long millis, String vi, String en) {
    assertThat(VI.duration(millis).replace('\u00A0', ' ')).isEqualTo(vi);
    assertThat(EN.duration(millis).replace('\u00A0', ' ')).isEqualTo(en);
  }

  @Test
  void aShareStandsWithItsCounts() {
    assertThat(VI.share(20, 21).replace('\u00A0', ' ')).isEqualTo("95,2 % (20/21)");
    assertThat(EN.share(1234, 2000).replace('\u00A0', ' ')).isEqualTo("61.7 % (1,234/2,000)");
    assertThat(VI.share(0, 0)).isEqualTo("–");
  }

  @Test
  void aPeriodHasItsName() {
    ReportingPeriod day =
        new ReportingPeriod(
            Instant.parse("2026-03-01T17:00:00Z"), Instant.parse("2026-03-02T17:00:00Z"));
    assertThat(VI.period(ReportingPeriod.half(2026, 2))).isEqualTo("6 tháng cuối năm 2026");
    assertThat(EN.period(ReportingPeriod.year(2026))).isEqualTo("year 2026");
    assertThat(VI.period(day)).isEqualTo("từ ngày 02/03/2026 đến hết ngày 02/03/2026");
    assertThat(
            EN.period(
                new ReportingPeriod(
                    Instant.parse("2026-03-01T17:00:00Z"), Instant.parse("2026-03-02T01:30:00Z"))))
        .isEqualTo("from 00:00, 2 March 2026 until before 08:30, 2 March 2026");
  }

  /** By hand: 90 of 100 and 60 of 100, 0.75 of all; 3 · √(0.75 · 0.25 / 100) = 0.1299. */
  @Test
  void controlLimitsAreThreeStandardDeviationsAboutTheShareOfAll() {
    Point good = new Point("2026-01", 90, 100);
    Point bad = new Point("2026-02", 60, 100);
    OnTimeChart chart = new OnTimeChart(List.of(good, bad), 150, 200);

    assertThat(chart.lower(good)).isCloseTo(0.6201, within(0.0001));
    assertThat(chart.upper(good)).isCloseTo(0.8799, within(0.0001));
    assertThat(chart.beyond(good)).isTrue();
    assertThat(chart.beyond(bad)).isTrue();
    assertThat(chart.beyond(new Point("2026-03", 75, 100))).isFalse();
  }

  @Test
  void anAxisHasRoundTicks() {
    assertThat(Scale.of(222, 5, 100).ticks()).containsExactly(0L, 50L, 100L, 150L, 200L, 250L);
    assertThat(Scale.of(3, 5, 100).ticks()).containsExactly(0L, 1L, 2L, 3L);
    assertThat(Scale.of(0, 5, 100).ticks()).containsExactly(0L, 1L);
  }
}
