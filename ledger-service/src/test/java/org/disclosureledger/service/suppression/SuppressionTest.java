package org.disclosureledger.service.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SuppressionTest {
  private static CountTable.Builder parts(long... counts) {
    return SmallTables.parts(counts);
  }

  private static Map<String, Shown> of(CountTable.Builder table) {
    return Suppression.of(table.build());
  }

  @Test
  void largeCountsArePrinted() {
    assertThat(of(parts(12, 60, 700)).values()).containsOnly(Shown.EXACT);
  }

  @Test
  void aSmallCountTakesTheLastOtherWithIt() {
    assertThat(of(parts(3, 60, 20)))
        .isEqualTo(
            Map.of(
                "p0", Shown.FEWER_THAN_FIVE,
                "p1", Shown.EXACT,
                "p2", Shown.WITHHELD,
                "total", Shown.EXACT));
  }

  @Test
  void twoSmallCountsOfALargeTotalMayProtectEachOther() {
    assertThat(of(parts(3, 2, 60)))
        .isEqualTo(
            Map.of(
                "p0", Shown.FEWER_THAN_FIVE,
                "p1", Shown.FEWER_THAN_FIVE,
                "p2", Shown.EXACT,
                "total", Shown.EXACT));
  }

  @Test
  void twoFoursAreNotToldByTheirSum() {
    assertThat(of(parts(4, 4)))
        .isEqualTo(
            Map.of(
                "p0", Shown.FEWER_THAN_FIVE,
                "p1", Shown.WITHHELD,
                "total", Shown.EXACT));
    assertThat(of(parts(4, 3, 60))).containsEntry("p2", Shown.WITHHELD);
  }

  @Test
  void theOrderOfTheCountsDoesNotMatterToWhetherTheyAreWithheldButThatOfTheirNamesDoes() {
    CountTable.Builder otherWay =
        new CountTable.Builder()
            .print("total", 83)
            .print("p2", 20)
            .print("p1", 60)
            .print("p0", 3)
            .sum("total", "p0", "p1", "p2");
    assertThat(of(otherWay)).containsEntry("p2", Shown.EXACT).containsEntry("p1", Shown.WITHHELD);
    assertThat(of(parts(3, 20, 60)))
        .containsEntry("p1", Shown.EXACT)
        .containsEntry("p2", Shown.WITHHELD);
  }

  @Test
  void noneIsPrintedAsFewerThanFiveButNeedsNoProtection() {
    assertThat(of(parts(0, 60)))
        .isEqualTo(Map.of("p0", Shown.FEWER_THAN_FIVE, "p1", Shown.EXACT, "total", Shown.EXACT));
  }

  @Test
  void aRestThatStandsNowhereIsProtectedToo() {
    CountTable.Builder late =
        new CountTable.Builder()
            .print("due", 100)
            .print("onTime", 98)
            .rest("late", "due", "onTime");
    assertThat(of(late)).containsEntry("onTime", Shown.WITHHELD).containsEntry("due", Shown.EXACT);
    CountTable.Builder none =
        new CountTable.Builder()
            .print("due", 100)
            .print("onTime", 100)
            .rest("late", "due", "onTime");
    assertThat(of(none).values()).containsOnly(Shown.EXACT);
  }

  @Test
  void aTableByTwoWaysIsWithheldAsFarAsItTakesAndNoFurther() {
    Map<String, Shown> shown = of(SmallTables.cross(new long[][] {{2, 9}, {9, 9}}));
    assertThat(shown).containsEntry("all", Shown.EXACT).containsEntry("c11", Shown.WITHHELD);
    assertThat(shown.values()).filteredOn(Shown.EXACT::equals).hasSizeGreaterThan(1);
  }

  @Test
  void aTableByTwoWaysThatCouldBeTooManyOthersIsRefused() {
    assertThatThrownBy(() -> of(SmallTables.cross(new long[][] {{300, 400}, {500, 600}})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in two directions");
  }

  @Test
  void countsThatTellAnotherByThemselvesAreRefused() {
    CountTable.Builder table =
        new CountTable.Builder()
            .print("few", 60)
            .print("many", 62)
            .print("a", 30)
            .print("b", 30)
            .print("c", 2)
            .sum("few", "a", "b")
            .sum("many", "a", "b", "c");
    assertThatThrownBy(() -> of(table)).hasMessageContaining("[few, many] tell too much");
  }

  /** Else it would look for ever for something to withhold. */
  @Test
  @Timeout(60)
  void whatIsToldAlreadyStopsLoudly() {
    Worlds told =
        new Worlds() {
          @Override
          public Worlds where(int count, Values values) {
            return this;
          }

          @Override
          public Values of(int count) {
            return count == 0 ? Values.of(3) : Values.range(5, 9);
          }
        };
    assertThatThrownBy(() -> Split.of(told, 1, 2)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTableThatDoesNotAddUpIsRefused() {
    assertThatThrownBy(
            () -> new CountTable.Builder().print("a", 1).print("b", 2).sum("b", "a").build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CountTable.Builder().print("a", 1).sum("a", "none").build())
        .hasMessageContaining("no count of none");
    assertThatThrownBy(() -> new CountTable.Builder().print("a", -1).build())
        .hasMessageContaining("less than none");
  }
}
