package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.disclosureledger.service.sealing.FaultySource.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Commits that fail, each in a pair: what the caller could not see reached the disk, or did not.
 * Either way the same command with the same key ends in exactly one set of entries.
 */
class CrashPointTest {
  private static final AtomicInteger LEDGERS = new AtomicInteger();

  @TempDir static Path keys;
  private static SealingRig rig;
  private LedgerDescription ledger;
  private long before;

  @BeforeAll
  static void start() {
    rig = new SealingRig(keys);
  }

  @BeforeEach
  void open() {
    rig.restart();
    ledger = rig.open("crash-" + LEDGERS.incrementAndGet());
    before = rig.size(ledger);
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  private long signedSize() {
    byte[] note = rig.tree.checkpoint(ledger.id()).orElseThrow();
    return Checkpoint.parse(SignedNote.parse(note).text()).head().size();
  }

  private void appendWithFault(
      StreamId stream, IdempotencyRecord key, Fault fault, int goodCommitsBefore) {
    AppendRequest request = rig.prepare(ledger, stream, 2, key);
    rig.appenderSource.arm(fault, goodCommitsBefore);
    assertThatThrownBy(() -> rig.appender.append(request))
        .isInstanceOfSatisfying(
            AppendRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(Rule.OUTCOME_UNKNOWN));
    assertThat(rig.appenderSource.isArmed()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void anUnknownCommitIsRepeatedIntoExactlyOneSetOfEntries(Fault fault) {
    StreamId stream = SealingRig.stream("commit");
    IdempotencyRecord key = SealingRig.key(1, 1);
    // sealed before the failure, as a caller would repeat it who never learned of it
    AppendRequest again = rig.prepare(ledger, stream, 2, key);

    appendWithFault(stream, key, fault, 0);
    rig.appendTogether(again);

    boolean persisted = fault == Fault.FAILED_AND_PERSISTED;
    assertThat(SealingRig.result(again).replayed()).isEqualTo(persisted);
    assertThat(SealingRig.result(again).firstLeafIndex()).isEqualTo(before);
    assertThat(rig.store.stream(ledger.name(), stream)).hasSize(2);
    assertThat(rig.size(ledger)).isEqualTo(before + 2);
    rig.verifyAll();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aFailureWhileStoringTheNoteIsRepeatedIntoExactlyOneSetOfEntries(Fault fault) {
    StreamId stream = SealingRig.stream("note");
    IdempotencyRecord key = SealingRig.key(2, 1);
    AppendRequest again = rig.prepare(ledger, stream, 2, key);

    appendWithFault(stream, key, fault, 1);
    rig.appendTogether(again);

    assertThat(Placed.of(SealingRig.result(again))).isEqualTo(new Placed(before, 2, -1, true));
    assertThat(rig.size(ledger)).isEqualTo(before + 2);
    rig.verifyAll();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aHeadLeftUnsignedIsSignedByTheNextProcessBeforeAnyCommand(Fault fault) {
    // The dying process commits the entries, fails at the note, and never comes back.
    AppendRequest request = rig.prepare(ledger, SealingRig.stream("dead"), 1, null);
    rig.appenderSource.arm(fault, 1);
    assertThatThrownBy(() -> rig.appender.append(request)).isInstanceOf(AppendRefused.class);
    rig.appender.close();
    assertThat(rig.size(ledger)).isEqualTo(before + 1);

    rig.restart();
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (signedSize() != before + 1 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }

    assertThat(signedSize()).isEqualTo(before + 1);
    rig.verifyAll();
  }

  @Test
  void noEarlierAnswerLeavesBeforeItsCheckpointIsSigned() {
    IdempotencyRecord key = SealingRig.key(3, 1);
    AppendRequest request = rig.prepare(ledger, SealingRig.stream("early"), 1, key);
    rig.appender.close();
    try (LedgerAppender unsigned = rig.unsigningAppender()) {
      assertThatThrownBy(() -> unsigned.append(request)).isInstanceOf(AppendRefused.class);
    }

    assertThat(rig.size(ledger)).isEqualTo(before + 1);
    assertThatThrownBy(() -> rig.answers.find(ledger.id(), key.client(), key.keyHmac()))
        .isInstanceOfSatisfying(
            AppendRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(Rule.OUTCOME_UNKNOWN));

    rig.restart();
    AppendRequest again = rig.prepare(ledger, SealingRig.stream("early"), 1, key);
    rig.appendTogether(again);
    assertThat(rig.answers.find(ledger.id(), key.client(), key.keyHmac()).orElseThrow().result())
        .isEqualTo(SealingRig.result(again));
    assertThat(rig.size(ledger)).isEqualTo(before + 1);
    rig.verifyAll();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aBrokenCommitOfOneBatchDoesNotDisturbTheNext(Fault fault) {
    for (int round = 0; round < 3; round++) {
      StreamId stream = SealingRig.stream("round-" + round);
      appendWithFault(stream, SealingRig.key(10 + round, 1), fault, round % 2);
      AppendResult next = rig.append(ledger, SealingRig.stream("next-" + round), 1);
      assertThat(next.firstLeafIndex() + 1).isEqualTo(rig.size(ledger));
      rig.verifyAll();
    }
  }
}
