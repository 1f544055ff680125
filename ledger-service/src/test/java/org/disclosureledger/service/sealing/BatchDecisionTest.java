package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in and who does not when many commands share a transaction. */
class BatchDecisionTest {
  @TempDir static Path keys;
  private static SealingRig rig;
  private static LedgerDescription ledger;

  @BeforeAll
  static void open() {
    rig = new SealingRig(keys);
    ledger = rig.open("batches");
  }

  @AfterEach
  void theWholeLogStillVerifies() {
    rig.verifyAll();
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void aConflictIsRefusedAloneAndLeavesNoGap() {
    StreamId contested = SealingRig.stream("contested");
    long before = rig.size(ledger);
    AppendRequest first = rig.prepare(ledger, SealingRig.stream("a"), 2, null);
    AppendRequest winner = rig.prepare(ledger, contested, 2, null);
    AppendRequest loser = rig.prepare(ledger, contested, 1, null);
    AppendRequest last = rig.prepare(ledger, SealingRig.stream("b"), 1, null);

    rig.appendTogether(first, winner, loser, last);

    assertThat(SealingRig.result(first).firstLeafIndex()).isEqualTo(before);
    assertThat(SealingRig.result(winner).firstLeafIndex()).isEqualTo(before + 2);
    assertThat(SealingRig.outcome(loser)).isEqualTo(Rule.STREAM_CONFLICT);
    assertThat(SealingRig.result(last).firstLeafIndex()).isEqualTo(before + 4);
    assertThat(rig.size(ledger)).isEqualTo(before + 5);
    assertThat(rig.store.stream(ledger.name(), contested)).hasSize(2);
  }

  @Test
  void aCommandSealedOnAHeadThatHasMovedIsRefused() {
    StreamId stream = SealingRig.stream("moved");
    rig.append(ledger, stream, 1);
    AppendRequest late = rig.prepare(ledger, stream, 1, null);
    rig.append(ledger, stream, 1);
    long before = rig.size(ledger);

    rig.appendTogether(late);

    assertThat(SealingRig.outcome(late)).isEqualTo(Rule.STREAM_CONFLICT);
    assertThat(rig.size(ledger)).isEqualTo(before);
  }

  @Test
  void twoLedgersInOneTransactionGetOneOrderAndTheirOwnIndices() {
    LedgerDescription other = rig.open("batches-2");
    long position = rig.store.headPosition() + 1;
    long here = rig.size(ledger);
    long there = rig.size(other);
    AppendRequest first = rig.prepare(ledger, SealingRig.stream("two-1"), 1, null);
    AppendRequest second = rig.prepare(other, SealingRig.stream("two-1"), 2, null);
    AppendRequest third = rig.prepare(ledger, SealingRig.stream("two-2"), 1, null);

    rig.appendTogether(first, second, third);

    assertThat(Placed.of(SealingRig.result(first))).isEqualTo(new Placed(here, 1, position, false));
    assertThat(Placed.of(SealingRig.result(second)))
        .isEqualTo(new Placed(there, 2, position + 1, false));
    assertThat(Placed.of(SealingRig.result(third)))
        .isEqualTo(new Placed(here + 1, 1, position + 3, false));
  }

  @Test
  void aRepeatedCommandIsAnsweredWithWhatItsFirstDeliveryWrote() {
    StreamId stream = SealingRig.stream("repeated");
    IdempotencyRecord key = SealingRig.key(1, 1);
    AppendResult first = rig.append(ledger, stream, 3, key);
    AppendRequest again = rig.prepare(ledger, stream, 3, key);
    long before = rig.size(ledger);

    rig.appendTogether(again);

    assertThat(Placed.of(SealingRig.result(again)))
        .isEqualTo(new Placed(first.firstLeafIndex(), 3, -1, true));
    assertThat(rig.size(ledger)).isEqualTo(before);
    assertThat(rig.answers.find(ledger.id(), key.client(), key.keyHmac()).orElseThrow().result())
        .isEqualTo(SealingRig.result(again));
  }

  @Test
  void aRepetitionWhoseStreamHasMovedIsARepetitionAndNoConflict() {
    StreamId stream = SealingRig.stream("repeated-late");
    IdempotencyRecord key = SealingRig.key(2, 1);
    AppendRequest first = rig.prepare(ledger, stream, 1, key);
    AppendRequest again = rig.prepare(ledger, stream, 1, key);

    rig.appendTogether(first);
    rig.appendTogether(again);

    assertThat(SealingRig.result(again).replayed()).isTrue();
  }

  @Test
  void theSameKeyForAnotherCommandIsRefused() {
    rig.append(ledger, SealingRig.stream("key-a"), 1, SealingRig.key(3, 1));
    AppendRequest other = rig.prepare(ledger, SealingRig.stream("key-b"), 1, SealingRig.key(3, 2));
    long before = rig.size(ledger);

    rig.appendTogether(other);

    assertThat(SealingRig.outcome(other)).isEqualTo(Rule.IDEMPOTENCY_KEY_REUSED);
    assertThat(rig.size(ledger)).isEqualTo(before);
    assertThat(rig.store.stream(ledger.name(), SealingRig.stream("key-b"))).isEmpty();
  }

  @Test
  void theSameKeyTwiceInOneTransactionIsWrittenOnce() {
    StreamId stream = SealingRig.stream("twice");
    AppendRequest first = rig.prepare(ledger, stream, 2, SealingRig.key(4, 1));
    AppendRequest second = rig.prepare(ledger, stream, 2, SealingRig.key(4, 1));
    AppendRequest other = rig.prepare(ledger, SealingRig.stream("x"), 1, SealingRig.key(4, 9));
    long before = rig.size(ledger);

    rig.appendTogether(first, second, other);

    assertThat(SealingRig.result(first).replayed()).isFalse();
    assertThat(Placed.of(SealingRig.result(second)))
        .isEqualTo(new Placed(SealingRig.result(first).firstLeafIndex(), 2, -1, true));
    assertThat(SealingRig.outcome(other)).isEqualTo(Rule.IDEMPOTENCY_KEY_REUSED);
    assertThat(rig.size(ledger)).isEqualTo(before + 2);
  }

  @Test
  void theSameKeyOfAnotherClientOrLedgerIsAnotherKey() {
    LedgerDescription other = rig.open("batches-3");
    IdempotencyRecord key = SealingRig.key(5, 1);
    IdempotencyRecord stranger =
        new IdempotencyRecord("stranger", key.keyHmac(), SealingRig.key(5, 2).commandHmac());
    AppendRequest first = rig.prepare(ledger, SealingRig.stream("client-a"), 1, key);
    AppendRequest second = rig.prepare(ledger, SealingRig.stream("client-b"), 1, stranger);
    AppendRequest third = rig.prepare(other, SealingRig.stream("client-a"), 1, key);

    rig.appendTogether(first, second, third);

    assertThat(List.of(first, second, third))
        .allSatisfy(request -> assertThat(SealingRig.result(request).replayed()).isFalse());
  }

  @Test
  void aRefusedCommandLeavesItsKeyUnused() {
    StreamId stream = SealingRig.stream("loser-key");
    AppendRequest winner = rig.prepare(ledger, stream, 1, null);
    AppendRequest loser = rig.prepare(ledger, stream, 1, SealingRig.key(6, 1));

    rig.appendTogether(winner, loser);

    assertThat(SealingRig.outcome(loser)).isEqualTo(Rule.STREAM_CONFLICT);
    IdempotencyRecord key = SealingRig.key(6, 1);
    assertThat(rig.answers.find(ledger.id(), key.client(), key.keyHmac())).isEmpty();
    assertThat(rig.append(ledger, stream, 1, key).replayed()).isFalse();
  }

  @Test
  void aPoisonedCommandDoesNotRefuseTheRestOfItsBatch() {
    Instant now = rig.clocks.now(ledger.name());
    StreamId known = SealingRig.stream("poison-known");
    UnsealedEvent taken = SealingRig.noted(ledger, known, "first", now);
    rig.sealing().append(ledger, List.of(taken), null, null);
    UnsealedEvent template = SealingRig.noted(ledger, SealingRig.stream("poison"), "second", now);
    var header = template.header();
    var sameId =
        new EventHeader(
            taken.header().id(),
            header.ledger(),
            header.subject(),
            header.type(),
            header.time(),
            header.recordedTime(),
            header.actor(),
            header.role(),
            null,
            0,
            -1,
            -1);
    AppendRequest poison =
        rig.sealing()
            .prepare(ledger, List.of(new UnsealedEvent(sameId, template.event())), null, null);
    AppendRequest first = rig.prepare(ledger, SealingRig.stream("good-1"), 2, null);
    AppendRequest second = rig.prepare(ledger, SealingRig.stream("good-2"), 1, null);
    long before = rig.size(ledger);

    rig.appendTogether(first, poison, second);

    assertThat(SealingRig.outcome(poison)).isEqualTo(Rule.NOT_APPENDED);
    assertThat(SealingRig.result(first).firstLeafIndex()).isEqualTo(before);
    assertThat(SealingRig.result(second).firstLeafIndex()).isEqualTo(before + 2);
    assertThat(rig.size(ledger)).isEqualTo(before + 3);
  }
}
