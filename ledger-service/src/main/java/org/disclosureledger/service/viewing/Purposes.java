package org.disclosureledger.service.viewing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.vocabulary.ViewPurpose;

/** Which purposes a role has: what nobody of that role does is no reason to look. */
public final class Purposes {
  static final Set<ActorRole> OFFICERS = Set.of(ActorRole.LEGAL, ActorRole.APPROVER);

  private Purposes() {}

  /** Who may give this purpose. */
  public static Set<ActorRole> roles(ViewPurpose purpose) {
    return switch (purpose) {
      case ANSWERING, COMPLAINT, CORRECTION -> OFFICERS;
      case APPROVING -> Set.of(ActorRole.APPROVER);
      case SUPERVISION -> Set.of(ActorRole.SUPERVISOR);
      case INSPECTION ->
          Set.of(ActorRole.LEGAL, ActorRole.APPROVER, ActorRole.SUPERVISOR, ActorRole.AUDITOR);
      case AUDIT -> Set.of(ActorRole.AUDITOR);
      case REGISTER -> Set.of(ActorRole.ADMIN);
    };
  }

  /**
   * The purpose that was said.
   *
   * @param said each header as it came
   * @throws CommandRefused with a {@link ViewingRule}
   */
  static ViewPurpose of(List<String> said, ActorRole role) {
    String codes =
        Arrays.stream(ViewPurpose.values())
            .filter(purpose -> roles(purpose).contains(role))
            .map(purpose -> "%s (%s · %s)".formatted(purpose, purpose.vi(), purpose.en()))
            .collect(Collectors.joining(", "));
    String detail = "tiêu đề HTTP · the header " + Viewer.HEADER + ": " + codes;
    if (said.isEmpty()) {
      throw new CommandRefused(ViewingRule.PURPOSE_REQUIRED, detail);
    }
    ViewPurpose purpose =
        Arrays.stream(ViewPurpose.values())
            .filter(known -> said.size() == 1 && known.name().equals(said.getFirst()))
            .findFirst()
            .orElseThrow(() -> new CommandRefused(ViewingRule.PURPOSE_UNKNOWN, detail));
    if (!roles(purpose).contains(role)) {
      throw new CommandRefused(ViewingRule.PURPOSE_NOT_ALLOWED, detail);
    }
    return purpose;
  }
}
