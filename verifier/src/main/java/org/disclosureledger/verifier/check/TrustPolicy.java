package org.disclosureledger.verifier.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.note.Policy;
import org.jspecify.annotations.Nullable;

/** The auditor's policy (FORMAT §7) and the one ledger under it that is to be verified. */
public record TrustPolicy(Policy policy, Origin origin) {

  /** A policy file that cannot be used as given; the message is one line for the user. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Reads a policy file.
   *
   * @param origin which of its ledgers; may be null if it has one only
   */
  public static TrustPolicy load(Path file, @Nullable Origin origin) throws Unusable {
    Policy policy;
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new Unusable("cannot read the policy " + file + " (no regular file)", null);
      }
      if (Files.size(file) > FormatLimits.MAX_POLICY_BYTES) {
        throw new Unusable(file + " is no policy: too large", null);
      }
      policy = Policy.parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new Unusable("cannot read the policy " + file + " (" + e + ")", e);
    } catch (FormatException e) {
      throw new Unusable(
          "%s, byte %d: %s (%s)".formatted(file, e.offset(), e.getMessage(), e.rule()), e);
    }
    List<String> names = policy.logs().stream().map(log -> log.key().name()).distinct().toList();
    if (origin != null) {
      if (!names.contains(origin.value())) {
        throw new Unusable(file + " has no log line for " + origin, null);
      }
      return new TrustPolicy(policy, origin);
    }
    if (names.size() != 1) {
      throw new Unusable(
          file + " lists several logs: say --origin, one of " + String.join(", ", names), null);
    }
    try {
      return new TrustPolicy(policy, new Origin(names.getFirst()));
    } catch (FormatException e) {
      throw new Unusable(file + ": the name of the log's key is no origin", e);
    }
  }
}
