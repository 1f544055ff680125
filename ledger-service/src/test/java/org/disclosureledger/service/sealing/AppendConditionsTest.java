package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision is appended only while what it rests on stands. */
class AppendConditionsTest {
  private static final AtomicInteger STREAMS = new AtomicInteger();

  @TempDir static Path keys;
  private static SealingRig rig;
  private static LedgerDescription ledger;

  private final StreamId agency = SealingRig.stream("agency-" + STREAMS.incrementAndGet());
  private final StreamId decided = SealingRig.stream("decided-" + STREAMS.get());

  @BeforeAll
  static void open() {
    rig = new SealingRig(keys);
    ledger = rig.open("conditions");
  }

  @AfterEach
  void theWholeLogStillVerifies() {
    rig.verifyAll();
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  private AppendRequest decidedOn(StreamId other, long seen) {
    return decidedOn(decided, other, seen);
  }

  private static AppendRequest decidedOn(StreamId stream, StreamId other, long seen) {
    Instant now = rig.clocks.now(ledger.name());
    return rig.sealing()
        .prepare(
            ledger,
            List.of(SealingRig.noted(ledger, stream, "quyết định", now)),
            rig.head(ledger, stream),
            null,
            new AppendConditions(Map.of(other, seen)));
  }

  @Test
  void aDecisionOnAStreamThatHasMovedIsRefusedAlone() {
    rig.append(ledger, agency, 1);
    AppendRequest late = decidedOn(agency, 0);
    rig.append(ledger, agency, 1);
    AppendRequest other = rig.prepare(ledger, SealingRig.stream("bystander"), 1, null);
    long before = rig.size(ledger);

    rig.appendTogether(late, other);

    assertThat(SealingRig.outcome(late)).isEqualTo(Rule.DECISION_STALE);
    assertThat(SealingRig.result(other).firstLeafIndex()).isEqualTo(before);
    assertThat(rig.store.stream(ledger.name(), decided)).isEmpty();
  }

  @Test
  void aDecisionOnAStreamThatStandsIsAppended() {
    rig.append(ledger, agency, 2);

    AppendRequest request = decidedOn(agency, 1);
    rig.appendTogether(request);

    assertThat(SealingRig.result(request).entryCount()).isEqualTo(1);
  }

  @Test
  void aStreamThatBeganMeanwhileHasMovedToo() {
    AppendRequest early = decidedOn(agency, StreamReads.NONE);
    AppendRequest late =
        decidedOn(SealingRig.stream("late-" + STREAMS.get()), agency, StreamReads.NONE);

    rig.appendTogether(early, rig.prepare(ledger, agency, 1, null), late);

    assertThat(SealingRig.result(early).entryCount()).isEqualTo(1);
    assertThat(SealingRig.outcome(late)).isEqualTo(Rule.DECISION_STALE);
  }

  @Test
  void whatStandsBeforeItInTheSameTransactionCountsAndWhatStandsAfterItDoesNot() {
    rig.append(ledger, agency, 1);
    AppendRequest before = decidedOn(agency, 0);
    AppendRequest moving = rig.prepare(ledger, agency, 1, null);
    AppendRequest after = decidedOn(SealingRig.stream("after-" + STREAMS.get()), agency, 0);

    rig.appendTogether(before, moving, after);

    assertThat(SealingRig.result(before).entryCount()).isEqualTo(1);
    assertThat(SealingRig.result(moving).entryCount()).isEqualTo(1);
    assertThat(SealingRig.outcome(after)).isEqualTo(Rule.DECISION_STALE);
  }

  @Test
  void theSameStreamOfAnotherLedgerIsAnother() {
    LedgerDescription other = rig.open("conditions-2");
    rig.append(ledger, agency, 1);
    AppendRequest request = decidedOn(agency, 0);

    rig.appendTogether(rig.prepare(other, agency, 3, null), request);

    assertThat(SealingRig.result(request).entryCount()).isEqualTo(1);
  }

  @Test
  void aRepetitionIsAnsweredThoughWhatItWasDecidedOnHasMoved() {
    rig.append(ledger, agency, 1);
    IdempotencyRecord key = SealingRig.key(77, 1);
    AppendResult first = rig.append(ledger, decided, 1, key);
    Instant now = rig.clocks.now(ledger.name());
    AppendRequest again =
        rig.sealing()
            .prepare(
                ledger,
                List.of(SealingRig.noted(ledger, decided, "quyết định", now)),
                null,
                key,
                new AppendConditions(Map.of(agency, 5L)));

    rig.appendTogether(again);

    assertThat(SealingRig.result(again).firstLeafIndex()).isEqualTo(first.firstLeafIndex());
  }
}
