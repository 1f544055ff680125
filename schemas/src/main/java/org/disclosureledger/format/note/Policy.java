package org.disclosureledger.format.note;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.format.Origin;
import org.jspecify.annotations.Nullable;

/** Whose signatures an auditor trusts, C2SP tlog-policy; FORMAT §7. */
public final class Policy {
  /** The quorum of a policy that asks for no cosignature. */
  public static final String NO_QUORUM = "none";

  /** A ledger's key; the key's name is the ledger's origin. */
  public record LogLine(VerifierKey key, @Nullable String url) {}

  /** A witness under the policy's own name for it. */
  public record WitnessLine(String name, VerifierKey key, @Nullable String url) {}

  /** Witnesses and groups of which {@code threshold} are enough. */
  public record GroupLine(String name, int threshold, List<String> members) {
    public GroupLine {
      members = List.copyOf(members);
    }
  }

  private final List<LogLine> logs;
  private final List<WitnessLine> witnesses;
  private final Map<String, GroupLine> groups;
  private final String quorum;

  Policy(
      List<LogLine> logs,
      List<WitnessLine> witnesses,
      Map<String, GroupLine> groups,
      String quorum) {
    this.logs = List.copyOf(logs);
    this.witnesses = List.copyOf(witnesses);
    this.groups = Map.copyOf(groups);
    this.quorum = quorum;
  }

  /** Rules {@code policy-*}, {@code vkey-*}; offsets in UTF-8 bytes. */
  public static Policy parse(String policy) {
    return parse(policy.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a policy file of at most 1,000,000 bytes; rules {@code policy-*}, {@code vkey-*}. */
  public static Policy parse(byte[] policy) {
    return new PolicyParser(policy).parse();
  }

  /** In the order in which they stand. */
  public List<LogLine> logs() {
    return logs;
  }

  /** In the order in which they stand. */
  public List<WitnessLine> witnesses() {
    return witnesses;
  }

  /** By name. */
  public Map<String, GroupLine> groups() {
    return groups;
  }

  /** A witness's or group's name, or {@link #NO_QUORUM}. */
  public String quorum() {
    return quorum;
  }

  /**
   * Verifies every line of a known key and counts. A checkpoint text that is none throws by {@link
   * Checkpoint#parse}'s rules; everything else is in the verdict.
   */
  public PolicyVerdict evaluate(SignedNote note, Origin origin, SignatureVerifier crypto) {
    return new PolicyEvaluation(this, note, origin, crypto).verdict();
  }

  /** Whether these witnesses (by name) suffice. */
  boolean quorumMet(Set<String> cosigned) {
    return quorum.equals(NO_QUORUM) || witnessed(quorum, cosigned);
  }

  /** Groups name only earlier groups, so the recursion ends. */
  private boolean witnessed(String name, Set<String> cosigned) {
    GroupLine group = groups.get(name);
    if (group == null) {
      return cosigned.contains(name);
    }
    return group.members().stream().filter(member -> witnessed(member, cosigned)).count()
        >= group.threshold();
  }
}
