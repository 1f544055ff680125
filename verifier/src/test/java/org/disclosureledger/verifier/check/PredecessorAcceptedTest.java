package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.state.StateStore;
import org.junit.jupiter.api.Test;

/** What an auditor accepted of the ledger before, before it ended. */
class PredecessorAcceptedTest extends PredecessorBase {
  /** By an auditor who knows nothing else. */
  private void accepted(TestLedger before) throws Exception {
    StateStore store = new StateStore(directory.resolve("state" + ++states));
    SignedNote note = note(before, before.size());
    store.save(Checkpoint.parse(note.text()), note.toBytes());
    state = store;
  }

  @Test
  void whatTheAuditorAcceptedBeforeCannotBeTalkedAway() throws Exception {
    for (int size : new int[] {3, 5, 9}) {
      accepted(old(size));
      assertThat(verify(new Claim(), old(5)).exitCode()).as("%d", size).isZero();
    }
    accepted(old(10));
    finds(verify(new Claim(), old(5)), Rule.PREDECESSOR_BEYOND);
    accepted(old(9, 7));
    finds(verify(new Claim(), old(5)), Rule.PREDECESSOR_PUBLISHED);
    accepted(old(3, 2));
    finds(verify(new Claim(), old(5)), Rule.FORK);
    Claim fork = new Claim();
    fork.published = note(old(4, 2), 4);
    accepted(old(4, 2));
    assertThat(verify(fork, old(5)).exitCode()).isZero();
  }

  /** Of two statements about the ledger before, one is in the auditor's own hand. */
  @Test
  void whatWasAcceptedSpeaksThoughTheLedgerBeforeIsNotGiven() throws Exception {
    accepted(old(10));
    finds(verify(new Claim(), null), Rule.PREDECESSOR_BEYOND);
    accepted(old(9, 7));
    finds(verify(new Claim(), null), Rule.PREDECESSOR_PUBLISHED);
    for (int size : new int[] {5, 9}) {
      accepted(old(size));
      VerificationReport report = verify(new Claim(), null);
      assertThat(report.grade(Grade.PREDECESSOR).evidence())
          .endsWith("it was not given (--predecessor)");
      assertThat(report.exitCode()).isZero();
    }
    accepted(old(7));
    VerificationReport report = verify(new Claim(), null);
    assertThat(report.findings()).isEmpty();
    assertThat(report.grade(Grade.PREDECESSOR).evidence())
        .contains("nothing that was given joins the head of size 7, accepted before");
  }

  /** Between what is there and what was published, it could be of any tree. */
  @Test
  void anAcceptedHeadThatNothingJoinsIsNotChecked() throws Exception {
    accepted(old(7));
    unjoined(verify(new Claim(), old(5)), 7);
    assertThat(verify(new Claim(), old(8)).exitCode()).as("a copy that goes on to it").isZero();
    accepted(old(7, 6));
    unjoined(verify(new Claim(), old(5)), 7);
    finds(verify(new Claim(), old(8)), Rule.FORK);
  }

  /** It may be of the tree that was published, of which there is but the one head. */
  @Test
  void anAcceptedHeadBelowAForkIsNotChecked() throws Exception {
    Claim fork = new Claim();
    fork.published = note(old(4, 2), 4);
    accepted(old(3, 2));
    unjoined(verify(fork, old(5)), 3);
    accepted(old(3));
    assertThat(verify(fork, old(5)).exitCode()).as("of the other tree").isZero();
    accepted(old(4));
    assertThat(verify(fork, old(5)).exitCode()).as("of the other tree").isZero();
    accepted(old(4, 3));
    finds(verify(fork, old(5)), Rule.PREDECESSOR_PUBLISHED);
  }

  private static void unjoined(VerificationReport report, int size) {
    assertThat(report.findings()).isEmpty();
    assertThat(report.grade(Grade.PREDECESSOR).evidence())
        .endsWith(
            "; nothing that was given joins the head of size %d, accepted before, to either tree"
                .formatted(size));
    assertThat(report.exitCode()).isEqualTo(2);
  }
}
