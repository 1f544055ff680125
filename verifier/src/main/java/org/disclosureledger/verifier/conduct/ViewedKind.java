package org.disclosureledger.verifier.conduct;

import java.util.EnumSet;
import java.util.Set;
import org.disclosureledger.format.ActorRole;

/** Of what kind of record starred values are opened, and by which roles. */
enum ViewedKind {
  /** A request, or a reconciliation: supervisors and auditors see them by a grant. */
  CASE(
      "a request or reconciliation",
      ActorRole.LEGAL,
      ActorRole.APPROVER,
      ActorRole.SUPERVISOR,
      ActorRole.AUDITOR),
  AGENCY("an agency", ActorRole.LEGAL, ActorRole.APPROVER, ActorRole.ADMIN),
  INSPECTION(
      "an inspection",
      ActorRole.LEGAL,
      ActorRole.APPROVER,
      ActorRole.SUPERVISOR,
      ActorRole.AUDITOR),
  DRILL("a drill", ActorRole.LEGAL, ActorRole.APPROVER, ActorRole.SUPERVISOR),
  NOTICE("a voluntary report", ActorRole.LEGAL, ActorRole.APPROVER),
  REPORT("a report", ActorRole.LEGAL, ActorRole.APPROVER, ActorRole.SUPERVISOR, ActorRole.AUDITOR);

  private final String words;
  private final Set<ActorRole> roles = EnumSet.noneOf(ActorRole.class);

  ViewedKind(String words, ActorRole... roles) {
    this.words = words;
    this.roles.addAll(Set.of(roles));
  }

  String words() {
    return words;
  }

  boolean isFor(ActorRole role) {
    return roles.contains(role);
  }

  /** Whether this role sees it by a grant alone. */
  boolean needsGrant(ActorRole role) {
    return this == CASE && ViewPurpose.needsGrant(role);
  }

  /**
   * Whether the ledger has such a record so far, or a stream of its name that nobody can read.
   *
   * @param id as the name of its stream ends
   */
  boolean isIn(Context context, String id) {
    return switch (this) {
      case CASE -> context.has("request", id) || context.has("reconciliation", id);
      case AGENCY -> context.has("agency", id);
      case INSPECTION -> context.has("inspection", id);
      case DRILL -> context.has("drill", id);
      case NOTICE -> context.has("notice", id);
      case REPORT -> context.has("report", id);
    };
  }
}
