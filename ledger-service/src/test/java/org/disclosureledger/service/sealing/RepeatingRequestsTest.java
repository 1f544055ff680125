package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.DocumentNumberIndex;
import org.disclosureledger.service.disclosure.RepeatingRequests;
import org.disclosureledger.service.disclosure.RepeatingRequests.Repeating;
import org.disclosureledger.service.disclosure.TestVault;
import org.disclosureledger.service.envelope.Committed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repeats by request, and document numbers by key, from a real database. */
class RepeatingRequestsTest {
  @TempDir static Path keys;
  private static SealingRig rig;
  private static RepeatingRequests repeating;
  private static DocumentNumberIndex numbers;
  private static int commands;

  @BeforeAll
  static void start() {
    rig = new SealingRig(keys);
    rig.restart();
    repeating = TestVault.repeating(rig.database, rig.keys);
    numbers = TestVault.numbers(rig.database, rig.keys);
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  private static StreamId append(LedgerDescription ledger, String stream, Object event) {
    StreamId id = SealingRig.stream(stream);
    var header = SealingRig.noted(ledger, id, "", rig.clocks.now(ledger.name())).header();
    rig.appender.append(
        rig.sealing()
            .prepare(
                ledger,
                List.of(new UnsealedEvent(header, event)),
                rig.head(ledger, id),
                SealingRig.key(++commands, 1)));
    return id;
  }

  @Test
  void theSameNumberInOtherSpellingsIsOneRepeatARequestAndOtherLedgersAreNone() {
    LedgerDescription ledger = rig.open("repeating");
    LedgerDescription other = rig.open("repeating-elsewhere");
    StreamId first = append(ledger, "a", Sought.of("1/CV-MAU", "0900 000 001", "0900000002"));
    StreamId second = append(ledger, "b", Sought.of("2/CV-MAU", "+84900000001", "+84900000002"));
    StreamId third = append(ledger, "c", Sought.of("3/CV-MAU", "+84 90 000 0001"));
    append(other, "d", Sought.of("1/CV-MAU", "0900000001"));

    RepeatingRequests.Found found = repeating.of(ledger.id(), first, 20);
    // Its leaves: entry 0, the policy, the retention rules, then one a request.
    assertThat(repeating.asOf(ledger.id(), second, 5, 20))
        .as("what came after is none of the answer")
        .isEqualTo(new RepeatingRequests.Found(List.of(new Repeating(first, List.of(1))), 1));
    assertThat(repeating.asOf(ledger.id(), first, 4, 20).total()).isZero();
    assertThat(found.total()).isEqualTo(2);
    assertThat(found.requests())
        .containsExactly(new Repeating(third, List.of(1)), new Repeating(second, List.of(1)));
    assertThat(repeating.of(ledger.id(), first, 1).requests()).hasSize(1);
    assertThat(repeating.of(ledger.id(), first, 1).total()).isEqualTo(2);
    assertThat(repeating.of(other.id(), SealingRig.stream("d"), 20).total()).isZero();
    assertThat(repeating.of(other.id(), first, 20).total()).isZero();
  }

  @Test
  void whatACorrectionNamesCountsOnceItIsApprovedAndNeverIfItIsReturned() {
    LedgerDescription ledger = rig.open("corrected");
    StreamId asked = append(ledger, "a", Sought.of("1/CV-MAU", "0900000007"));
    StreamId other = append(ledger, "b", Sought.of("2/CV-MAU", "0900000008"));
    assertThat(repeating.of(ledger.id(), asked, 20).total()).isZero();

    append(ledger, "b", Sought.Proposed.of("3/CV-MAU", "0900000007"));
    assertThat(repeating.of(ledger.id(), asked, 20).total()).as("prepared only").isZero();
    append(ledger, "b", new Sought.Returned("An"));
    assertThat(repeating.of(ledger.id(), asked, 20).total()).as("returned").isZero();
    assertThat(repeating.of(ledger.id(), other, 20).total()).isZero();

    // The act falls away with a cancellation; the next one says nothing of this one.
    append(ledger, "b", Sought.Proposed.of("4/CV-MAU", "0900000007"));
    append(ledger, "b", new Sought(Committed.of(null), List.of()));
    append(ledger, "b", Sought.Proposed.of("5/CV-MAU", "0900000009"));
    append(ledger, "b", new Sought.Approved("An"));
    assertThat(repeating.of(ledger.id(), asked, 20).total()).as("never approved").isZero();
    assertThat(numbers.keys(ledger.id(), List.of(other)))
        .isEqualTo(
            Map.of(
                other, new DocumentNumberIndex.Named(numbers.key(ledger.id(), "5/CV-MAU"), true)));

    append(ledger, "b", Sought.Proposed.of("6/CV-MAU"));
    append(ledger, "b", Sought.Listed.of("0900000007"));
    assertThat(repeating.of(ledger.id(), asked, 20).total()).as("listed only").isZero();
    long before = rig.store.stream(ledger.name(), other).getLast().header().leafIndex() + 1;
    append(ledger, "b", new Sought.Approved("An"));
    assertThat(repeating.of(ledger.id(), asked, 20).requests())
        .containsExactly(new Repeating(other, List.of(1)));
    assertThat(repeating.asOf(ledger.id(), asked, before, 20).total())
        .as("as the ledger stood before the approval")
        .isZero();
    assertThat(numbers.keys(ledger.id(), List.of(asked, other)))
        .isEqualTo(
            Map.of(
                asked,
                new DocumentNumberIndex.Named(numbers.key(ledger.id(), "1/CV-MAU"), false),
                other,
                new DocumentNumberIndex.Named(numbers.key(ledger.id(), "6/CV-MAU"), true)));
  }

  @Test
  void aDocumentNumberHasOneKeyHoweverItIsWrittenAndAnotherInAnotherLedger() {
    LedgerDescription ledger = rig.open("numbers");
    LedgerDescription other = rig.open("numbers-elsewhere");
    StreamId stream = append(ledger, "a", Sought.of("0001/CV-MẪU", "0900000001"));
    String key = numbers.key(ledger.id(), " 0001 / cv – mẫu");
    assertThat(numbers.keys(ledger.id(), List.of(stream, SealingRig.stream("nowhere"))))
        .isEqualTo(Map.of(stream, new DocumentNumberIndex.Named(key, false)));
    assertThat(key).matches("[0-9a-f]{64}").isNotEqualTo(numbers.key(other.id(), "0001/CV-MẪU"));
    assertThat(numbers.keys(other.id(), List.of(stream))).isEmpty();
  }
}
