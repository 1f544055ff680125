package org.disclosureledger.service.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.reconciliation.event.Difference;
import org.disclosureledger.service.reconciliation.event.DifferenceCause;
import org.disclosureledger.service.reconciliation.event.DifferenceKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListComparisonTest {
  private static final ReceiptPeriod NOVEMBER =
      new ReceiptPeriod(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));
  private static final String NOON = "2026-11-03T05:00:00Z";

  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private final List<ListedDocument> theirs = new ArrayList<>();
  private final List<RegisteredRequest> ours = new ArrayList<>();

  private void listed(@Nullable String number, @Nullable String date, String received) {
    theirs.add(
        new ListedDocument(
            theirs.size() + 2, number, day(date), ReceivedTime.at(Instant.parse(received))));
  }

  private void registered(@Nullable String key, @Nullable String date, String received) {
    registered(key, date, received, false);
  }

  private void registered(
      @Nullable String key, @Nullable String date, String received, boolean secret) {
    registered(
        key,
        date,
        received,
        new RegisteredRequest.First(false, false, day(date), Instant.parse(received)),
        secret);
  }

  private void registered(
      @Nullable String key,
      @Nullable String date,
      String received,
      RegisteredRequest.First first,
      boolean secret) {
    int ordinal = ours.size() + 1;
    ours.add(
        new RegisteredRequest(
            new UUID(0x7000L, (1L << 63) + ordinal),
            2026,
            ordinal,
            key == null ? Set.of() : Set.of(key),
            day(date),
            Instant.parse(received),
            first,
            secret));
  }

  private static @Nullable LocalDate day(@Nullable String date) {
    return date == null ? null : LocalDate.parse(date);
  }

  private Comparison compared() {
    return ListComparison.of(NOVEMBER, theirs, ours, number -> number);
  }

  private static String brief(Difference difference) {
    return difference.kind()
        + " "
        + difference.causes()
        + " "
        + difference.row()
        + " "
        + difference.registerNumber();
  }

  @Test
  void whatAgreesWithinADayIsMatchedAndOneMillisecondMoreDiffers() {
    listed("1", "2026-11-02", NOON);
    listed("2", "2026-11-02", NOON);
    listed("3", "2026-11-02", NOON);
    registered("1", "2026-11-02", "2026-11-04T05:00:00Z");
    registered("2", "2026-11-02", "2026-11-04T05:00:00.001Z");
    registered("3", "2026-11-01", NOON);

    Comparison found = compared();
    assertThat(found.matched()).isEqualTo(1);
    assertThat(found.differences())
        .extracting(ListComparisonTest::brief)
        .containsExactly("DIFFERING [RECEIVED] 3 2/2026", "DIFFERING [DOCUMENT_DATE] 4 3/2026");
  }

  @Test
  void aDayWithoutATimeIsAllOfThatDay() {
    theirs.add(
        new ListedDocument(
            2, "1", day("2026-11-02"), ReceivedTime.on(LocalDate.parse("2026-11-03"))));
    registered("1", "2026-11-02", "2026-11-04T16:59:00Z");
    assertThat(compared().matched()).isEqualTo(1);
  }

  @Test
  void aDayLeavesToAnInstantWhatOnlyTheInstantCanHave() {
    listed("1", ReceivedTime.on(LocalDate.parse("2026-11-03")));
    listed("1", ReceivedTime.at(atHour(1)));
    registered("1", null, atHour(2).toString());
    registered("1", null, atHour(36).toString());
    assertThat(compared().matched()).isEqualTo(2);
  }

  /** After the first instant of 3 November in Ho Chi Minh City. */
  private static Instant atHour(int hour) {
    return Instant.parse("2026-11-02T17:00:00Z").plusSeconds(3_600L * hour);
  }

  private void listed(String number, ReceivedTime received) {
    theirs.add(new ListedDocument(theirs.size() + 2, number, null, received));
  }

  @Test
  void thereAreAsManyPairsAsThereCanBe() {
    List<ReceivedTime> rows =
        List.of(
            ReceivedTime.on(LocalDate.parse("2026-11-03")),
            ReceivedTime.on(LocalDate.parse("2026-11-04")),
            ReceivedTime.at(atHour(1)),
            ReceivedTime.at(atHour(23)),
            ReceivedTime.at(atHour(36)));
    int times = 7; // every 16 hours from a day before
    for (int row = 0; row < rows.size() * rows.size() * rows.size(); row++) {
      for (int time = 0; time < times * times * times; time++) {
        theirs.clear();
        ours.clear();
        for (int i : digits(row, rows.size())) {
          listed("1", rows.get(i));
        }
        for (int i : digits(time, times)) {
          registered("1", null, atHour(16 * i - 30).toString());
        }
        assertThat(compared().matched())
            .as(() -> theirs.stream().map(d -> d.received().text()).toList() + " and " + ours)
            .isEqualTo(mostPairs(0, new HashSet<>()));
      }
    }
  }

  private static int[] digits(int number, int base) {
    return new int[] {number % base, number / base % base, number / base / base};
  }

  /** Of the rows from one on, with the requests that are not taken; by trying all. */
  private int mostPairs(int row, Set<UUID> taken) {
    if (row == theirs.size()) {
      return 0;
    }
    int most = mostPairs(row + 1, taken);
    for (RegisteredRequest request : ours) {
      Duration apart = theirs.get(row).received().distance(request.receivedAt());
      if (apart.compareTo(ListComparison.TOLERANCE) <= 0 && taken.add(request.requestId())) {
        most = Math.max(most, 1 + mostPairs(row + 1, taken));
        taken.remove(request.requestId());
      }
    }
    return most;
  }

  @Test
  void whatOneSideLacksIsSaidOfThatSide() {
    listed("1", "2026-11-02", NOON);
    registered("2", "2026-11-02", NOON);
    assertThat(compared().differences())
        .extracting(ListComparisonTest::brief)
        .containsExactly("THEIRS_ONLY [] 2 null", "OURS_ONLY [] null 1/2026");
  }

  @Test
  void requestsAboveNormalSecrecyAndWithoutANumberAreNotMatched() {
    listed(null, null, NOON);
    listed("9", "2026-11-02", NOON);
    registered(null, null, NOON);
    registered("9", "2026-11-02", NOON, true);
    Comparison found = compared();
    assertThat(found.unmatchableTheirs()).isEqualTo(2);
    assertThat(found.unmatchableOurs()).isEqualTo(2);
    assertThat(found.theirsOnly() + found.oursOnly() + found.matched()).isZero();
    assertThat(found.differences())
        .extracting(ListComparisonTest::brief)
        .containsExactly(
            "UNMATCHABLE [NO_NUMBER] 2 null",
            "UNMATCHABLE [SECRECY] 3 null",
            "UNMATCHABLE [NO_NUMBER] null 1/2026",
            "UNMATCHABLE [SECRECY] null 2/2026");
  }

  @Test
  void aNumberGivenTwiceIsPairedOneToOne() {
    listed("1", "2026-11-02", "2026-11-20T05:00:00Z");
    listed("1", "2026-11-02", NOON);
    listed("1", "2026-11-05", "2026-11-06T05:00:00Z");
    registered("1", "2026-11-02", NOON);
    registered("1", "2026-11-02", "2026-11-28T05:00:00Z");
    Comparison found = compared();
    assertThat(found.matched()).isEqualTo(1);
    assertThat(found.differences())
        .extracting(ListComparisonTest::brief)
        .containsExactly("DIFFERING [RECEIVED] 2 2/2026", "THEIRS_ONLY [] 4 null");
  }

  @Test
  void aRequestOutsideThePeriodPairsButIsNotMissedFromTheList() {
    listed("1", "2026-11-02", "2026-11-30T16:00:00Z");
    registered("1", "2026-11-02", "2026-12-10T05:00:00Z");
    registered("2", "2026-11-02", "2026-12-10T05:00:00Z");
    Comparison found = compared();
    assertThat(found.differing()).isEqualTo(1);
    assertThat(found.oursOnly()).isZero();
    assertThat(found.registered()).isZero();
  }

  @Test
  void theSameRecordsInAnyOrderGiveTheSameResultAndNothingIsCountedTwice() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      theirs.clear();
      ours.clear();
      for (int i = 0; i < random.nextInt(12); i++) {
        listed("" + random.nextInt(3), "2026-11-0" + (1 + random.nextInt(2)), time(random));
      }
      for (int i = 0; i < random.nextInt(12); i++) {
        registered("" + random.nextInt(3), "2026-11-0" + (1 + random.nextInt(2)), time(random));
      }
      Comparison found = compared();
      assertThat(found.listed())
          .as("seed %s", seed)
          .isEqualTo(found.matched() + found.differing() + found.theirsOnly());
      assertThat(found.registered())
          .as("seed %s", seed)
          .isEqualTo(found.matched() + found.differing() + found.oursOnly());
      assertThat(
              found.differences().stream()
                  .filter(d -> d.kind() == DifferenceKind.DIFFERING)
                  .map(Difference::causes)
                  .filter(List<DifferenceCause>::isEmpty))
          .as("seed %s", seed)
          .isEmpty();
      Collections.shuffle(theirs, random);
      Collections.shuffle(ours, random);
      assertThat(countsAndPairs(compared())).as("seed %s", seed).isEqualTo(countsAndPairs(found));
    }
  }

  @Test
  void whatMatchesOnlySinceOursWasCorrectedIsMatchedAndSaysWhatWasCorrected() {
    Instant noon = Instant.parse(NOON);
    listed("1", "2026-11-02", NOON);
    listed("2", "2026-11-02", NOON);
    listed("3", "2026-11-02", NOON);
    listed("4", "2026-11-02", NOON);
    registered(
        "1",
        "2026-11-02",
        NOON,
        new RegisteredRequest.First(false, false, day("2026-11-01"), noon.plus(TWO_DAYS)),
        false);
    registered(
        "2",
        "2026-11-02",
        NOON,
        new RegisteredRequest.First(true, true, day("2026-11-02"), noon),
        false);
    // Corrected, but what was recorded first would have matched too.
    registered(
        "3",
        "2026-11-02",
        NOON,
        new RegisteredRequest.First(false, false, day("2026-11-02"), noon.plusSeconds(60)),
        false);
    // Corrected and yet different: the difference is that of today.
    registered(
        "4",
        "2026-11-03",
        NOON,
        new RegisteredRequest.First(false, false, day("2026-11-02"), noon),
        false);
    Comparison found = compared();
    assertThat(found.matched()).isEqualTo(3);
    assertThat(found.differing()).isEqualTo(1);
    assertThat(found.differences())
        .extracting(Difference::kind, Difference::row, Difference::causes)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                DifferenceKind.DIFFERING, 5, List.of(DifferenceCause.DOCUMENT_DATE)),
            org.assertj.core.groups.Tuple.tuple(
                DifferenceKind.CORRECTED,
                2,
                List.of(DifferenceCause.DOCUMENT_DATE, DifferenceCause.RECEIVED)),
            org.assertj.core.groups.Tuple.tuple(
                DifferenceKind.CORRECTED,
                3,
                List.of(DifferenceCause.AGENCY, DifferenceCause.DOCUMENT_NUMBER)));
  }

  private static List<String> countsAndPairs(Comparison found) {
    List<String> lines = new ArrayList<>(List.of("" + found.matched()));
    lines.addAll(found.differences().stream().map(ListComparisonTest::brief).sorted().toList());
    return lines;
  }

  private static String time(Random random) {
    return Instant.parse("2026-11-02T00:00:00Z").plusSeconds(random.nextInt(600_000)).toString();
  }

  @Test
  void fiftyThousandTimesTheSameNumberAreComparedInLinearTime() {
    for (int i = 0; i < 50_000; i++) {
      listed("1", null, NOON);
      registered("1", null, "2026-11-20T05:00:00Z");
    }
    assertThat(compared().differing()).isEqualTo(50_000);
  }
}
