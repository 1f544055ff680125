package org.disclosureledger.format.note;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.note.PolicyVerdict.Refusal;
import org.disclosureledger.format.note.PolicyVerdict.Witnessed;
import org.jspecify.annotations.Nullable;

/** One judgement of one note. */
final class PolicyEvaluation {
  private final Policy policy;
  private final SignedNote note;
  private final Origin origin;
  private final SignatureVerifier crypto;
  private final byte[] text;
  private final Checkpoint checkpoint;
  private final Set<VerifierKey> logKeys = new LinkedHashSet<>();
  private final Map<String, Witnessed> witnesses = new LinkedHashMap<>();

  PolicyEvaluation(Policy policy, SignedNote note, Origin origin, SignatureVerifier crypto) {
    this.policy = policy;
    this.note = note;
    this.origin = origin;
    this.crypto = crypto;
    this.text = note.text();
    this.checkpoint = Checkpoint.parse(text);
  }

  PolicyVerdict verdict() {
    Refusal refusal = refusal();
    return new PolicyVerdict(
        checkpoint,
        List.copyOf(logKeys),
        List.copyOf(witnesses.values()),
        refusal == null && anchored(),
        refusal);
  }

  private @Nullable Refusal refusal() {
    for (NoteSignature line : note.signatures()) {
      Refusal refusal = line(line);
      if (refusal != null) {
        return refusal;
      }
    }
    if (!checkpoint.origin().equals(origin)) {
      return new Refusal(
          FormatRule.CHECKPOINT_ORIGIN,
          "the checkpoint is of " + checkpoint.origin() + ", not of " + origin);
    }
    if (logKeys.isEmpty()) {
      return new Refusal(
          FormatRule.CHECKPOINT_UNSIGNED, "no key that the policy lists for " + origin + " signed");
    }
    if (!policy.quorumMet(witnesses.keySet())) {
      return new Refusal(
          FormatRule.CHECKPOINT_QUORUM,
          "the quorum " + policy.quorum() + " is not met by " + witnesses.keySet());
    }
    return null;
  }

  private @Nullable Refusal line(NoteSignature line) {
    try {
      for (Policy.LogLine log : policy.logs()) {
        if (log.key().claims(line)) {
          requireValid(log.key(), line);
          countLog(log.key());
        }
      }
      for (Policy.WitnessLine witness : policy.witnesses()) {
        if (witness.key().claims(line)) {
          requireValid(witness.key(), line);
          countWitness(witness, Cosignature.time(witness.key(), line));
        }
      }
      return null;
    } catch (FormatException e) {
      FormatRule rule =
          e.rule().equals(FormatRule.NOTE_SIGNATURE_SIZE.id())
              ? FormatRule.NOTE_SIGNATURE_SIZE
              : FormatRule.NOTE_SIGNATURE_INVALID;
      return new Refusal(rule, "line of " + line.name() + ": " + e.getMessage());
    }
  }

  private void requireValid(VerifierKey key, NoteSignature line) {
    if (!Cosignature.verifies(key, line, checkpoint, text, crypto)) {
      throw FormatRule.NOTE_SIGNATURE_INVALID.violation("the signature does not verify");
    }
  }

  /** A key of another ledger may have signed too; it does not speak for this one. */
  private void countLog(VerifierKey key) {
    if (key.name().equals(origin.value())) {
      logKeys.add(key);
    }
  }

  private void countWitness(Policy.WitnessLine witness, long time) {
    witnesses.merge(
        witness.name(),
        new Witnessed(witness.name(), witness.key(), time),
        (one, other) -> one.time() >= other.time() ? one : other);
  }

  private boolean anchored() {
    if (policy.quorum().equals(Policy.NO_QUORUM)) {
      return false;
    }
    Set<String> outside = new HashSet<>();
    for (Witnessed witness : witnesses.values()) {
      if (!witness.key().name().equals(origin.value())) {
        outside.add(witness.name());
      }
    }
    return policy.quorumMet(outside);
  }
}
