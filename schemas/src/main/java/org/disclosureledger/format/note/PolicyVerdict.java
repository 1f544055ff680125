package org.disclosureledger.format.note;

import java.util.List;
import org.disclosureledger.format.FormatRule;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of a checkpoint.
 *
 * @param checkpoint as read; to be trusted only if {@link #accepted}
 * @param logKeys the ledger's keys under the policy that signed it
 * @param witnesses the policy's witnesses that cosigned it, each once
 * @param anchored whether witnesses other than the ledger itself suffice for the quorum, and the
 *     policy asks for one
 * @param refusal why it is not accepted, null if it is
 */
public record PolicyVerdict(
    Checkpoint checkpoint,
    List<VerifierKey> logKeys,
    List<Witnessed> witnesses,
    boolean anchored,
    @Nullable Refusal refusal) {
  public PolicyVerdict {
    logKeys = List.copyOf(logKeys);
    witnesses = List.copyOf(witnesses);
  }

  /** Signed by a log of the policy, every known signature valid, the quorum met. */
  public boolean accepted() {
    return refusal == null;
  }

  /**
   * A witness of the policy that cosigned.
   *
   * @param name in the policy
   * @param time POSIX seconds, the latest that it states
   */
  public record Witnessed(String name, VerifierKey key, long time) {}

  /** The rule that the note breaks, and how. */
  public record Refusal(FormatRule rule, String detail) {}
}
