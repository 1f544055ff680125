package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.sealing.FaultySource.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers around New Year in Viet Nam (17:00 UTC), on repetitions and across crashes. */
class RegisterNumberTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-12-31T17:00:00Z");
  private static final AtomicInteger LEDGERS = new AtomicInteger();

  @TempDir static Path keys;
  private static SealingRig rig;
  private LedgerDescription ledger;
  private final AtomicReference<Instant> clock = new AtomicReference<>(MIDNIGHT.minusSeconds(60));

  @BeforeAll
  static void start() {
    rig = new SealingRig(keys);
  }

  @BeforeEach
  void open() {
    rig.restart();
    ledger = rig.register("register-" + LEDGERS.incrementAndGet());
    rig.clocks.simulate(ledger, clock::get);
    rig.opener().open(ledger, "DEMO", "Doanh nghiệp thử nghiệm", "Demonstration enterprise");
  }

  @AfterEach
  void everyNumberIsTheOneThatTheEntriesGive() {
    rig.verifyAll();
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  private AppendRequest sealedAt(Instant time, String stream, int count) {
    return rig.prepare(rig.sealing(name -> time), ledger, SealingRig.stream(stream), count, null);
  }

  private static String answered(AppendRequest request) {
    return SealingRig.result(request).number().map(AssignedNumber::toString).orElse("none");
  }

  @Test
  void aNewYearBeginsAtOneAtMidnightInVietNam() {
    AppendRequest last = sealedAt(MIDNIGHT.minusMillis(1), "last", 1);
    AppendRequest first = sealedAt(MIDNIGHT, "first", 1);
    AppendRequest before = sealedAt(MIDNIGHT.minusSeconds(5), "before", 1);
    clock.set(MIDNIGHT);

    rig.appendTogether(before, last, first);

    assertThat(List.of(answered(before), answered(last), answered(first)))
        .containsExactly("1/2026", "2/2026", "1/2027");
  }

  @Test
  void withinTheTenSecondsOfSlackLeafOrderCountsAndNotTheTime() {
    // Sealed before midnight by a slow process, committed after others had begun the new year.
    AppendRequest slow = sealedAt(MIDNIGHT.minusSeconds(4), "slow", 1);
    AppendRequest slower = sealedAt(MIDNIGHT.minusSeconds(9), "slower", 1);
    AppendRequest newYear = sealedAt(MIDNIGHT.plusMillis(500), "new-year", 1);
    AppendRequest second = sealedAt(MIDNIGHT.plusMillis(400), "second", 1);
    clock.set(MIDNIGHT.plusSeconds(1));

    rig.appendTogether(newYear);
    rig.appendTogether(slow, second, slower);

    assertThat(SealingRig.result(slow).firstLeafIndex())
        .isGreaterThan(SealingRig.result(newYear).firstLeafIndex());
    assertThat(List.of(answered(newYear), answered(slow), answered(second), answered(slower)))
        .containsExactly("1/2027", "1/2026", "2/2027", "2/2026");
  }

  @Test
  void anEntrySealedAgainAfterMidnightIsNumberedInTheNewYear() {
    AppendRequest old = sealedAt(MIDNIGHT.minusSeconds(11), "old", 1);
    AppendRequest taken = sealedAt(MIDNIGHT.minusSeconds(10), "taken", 1);
    clock.set(MIDNIGHT);
    AppendRequest newer = sealedAt(MIDNIGHT, "newer", 1);

    rig.appendTogether(newer, old, taken);

    assertThat(List.of(answered(newer), answered(old), answered(taken)))
        .containsExactly("1/2027", "2/2027", "1/2026");
  }

  @Test
  void onlyNumberedEventsAreNumberedAndTheFirstOfACommandIsItsNumber() {
    StreamId stream = SealingRig.stream("mixed");
    UnsealedEvent noted = SealingRig.noted(ledger, stream, "x", clock.get());
    UnsealedEvent plain =
        new UnsealedEvent(
            SealingRig.noted(ledger, stream, "y", clock.get()).header(), new Remarked("y"));
    AppendResult both =
        rig.sealing().append(ledger, List.of(plain, noted), null, SealingRig.key(7, 7));
    AppendResult none =
        rig.sealing()
            .append(
                ledger,
                List.of(
                    new UnsealedEvent(
                        SealingRig.noted(ledger, stream, "z", clock.get()).header(),
                        new Remarked("z"))),
                rig.head(ledger, stream),
                null);

    assertThat(both.number()).contains(new AssignedNumber(1, 2026));
    assertThat(none.number()).isEmpty();
    assertThat(new RegisterNumbers(rig.database.ledgerReader()).of(ledger, stream))
        .contains(new AssignedNumber(1, 2026));
  }

  @Test
  void aRepetitionIsAnsweredTheSameNumberAlsoWithinOneBatch() {
    IdempotencyRecord key = SealingRig.key(1, 1);
    AppendRequest first = rig.prepare(ledger, SealingRig.stream("once"), 2, key);
    AppendRequest inTheSameBatch = rig.prepare(ledger, SealingRig.stream("once"), 2, key);
    AppendRequest later = rig.prepare(ledger, SealingRig.stream("once"), 2, key);

    rig.appendTogether(first, inTheSameBatch);
    rig.append(ledger, SealingRig.stream("between"), 3);
    rig.appendTogether(later);

    assertThat(answered(first)).isEqualTo("1/2026");
    assertThat(SealingRig.result(inTheSameBatch).replayed()).isTrue();
    assertThat(answered(inTheSameBatch)).isEqualTo("1/2026");
    assertThat(answered(later)).isEqualTo("1/2026");
    assertThat(rig.answers.find(ledger.id(), key.client(), key.keyHmac()).orElseThrow().result())
        .isEqualTo(SealingRig.result(later));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void anUnknownOutcomeRepeatedHasTheNumberItHadAndLeavesNoGap(Fault fault) {
    rig.append(ledger, SealingRig.stream("before"), 1);
    IdempotencyRecord key = SealingRig.key(2, 1);
    AppendRequest broken = rig.prepare(ledger, SealingRig.stream("broken"), 1, key);
    AppendRequest again = rig.prepare(ledger, SealingRig.stream("broken"), 1, key);
    rig.appenderSource.arm(fault, 0);
    assertThatThrownBy(() -> rig.appender.append(broken))
        .isInstanceOfSatisfying(
            AppendRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(AppendRefused.Rule.OUTCOME_UNKNOWN));
    // Somebody else comes in between: a number given but not committed is given again.
    AppendResult other = rig.append(ledger, SealingRig.stream("other"), 1);

    rig.appendTogether(again);

    boolean persisted = fault == Fault.FAILED_AND_PERSISTED;
    assertThat(other.number()).contains(new AssignedNumber(persisted ? 3 : 2, 2026));
    assertThat(answered(again)).isEqualTo(persisted ? "2/2026" : "3/2026");
    assertThat(SealingRig.result(again).replayed()).isEqualTo(persisted);
  }

  @Test
  void everyLedgerCountsForItself() {
    LedgerDescription other = rig.open("register-other-" + LEDGERS.get());
    List<Optional<AssignedNumber>> numbers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      numbers.add(rig.append(ledger, SealingRig.stream("mine-" + i), 1).number());
      numbers.add(rig.append(other, SealingRig.stream("theirs-" + i), 1).number());
    }

    assertThat(numbers)
        .extracting(number -> number.orElseThrow().ordinal())
        .containsExactly(1, 1, 2, 2, 3, 3);
  }
}
