package org.disclosureledger.verifier.figures;

import java.util.List;
import org.disclosureledger.verifier.conduct.Scope;
import org.jspecify.annotations.Nullable;

/** One item of a request as of the entry reached (REPORTS §2.1). */
final class ItemFold {
  enum End {
    DISCLOSED,
    IN_FORCE,
    LIFTED,
    NO_DATA,
    REJECTED,
    CANCELLED;

    /** Whether the agency was given what it asked for. */
    boolean isGiven() {
      return this == DISCLOSED || this == IN_FORCE || this == LIFTED;
    }

    /** Whether nothing of it is to be confirmed in writing. */
    boolean isRefused() {
      return this == REJECTED || this == CANCELLED;
    }
  }

  String kind;
  int targets;
  @Nullable End end;

  /** As claimed, and as recorded; said only while there is an end. */
  long endTime;

  long endRecorded;

  /** Of a refusal. */
  List<String> grounds = List.of();

  @Nullable Scope approved;

  /** Counts approvals, and their losses. */
  int approval;

  /** Records under it in parts not known to have failed. */
  long delivered;

  ItemFold(String kind, int targets) {
    this.kind = kind;
    this.targets = targets;
  }

  void approve(@Nullable Scope scope) {
    end = null;
    approved = scope;
    approval++;
    delivered = 0;
  }

  /** Its approval is lost, its end stays. */
  void lapse() {
    approved = null;
    approval++;
    delivered = 0;
  }

  void end(End as, long time, long recorded) {
    end = as;
    endTime = time;
    endRecorded = recorded;
    grounds = List.of();
  }

  boolean isRejectedFor(String ground) {
    return end == End.REJECTED && grounds.contains(ground);
  }

  /** Whether the part lies outside what is approved, alone or with those before it. */
  boolean isBeyond(Scope part) {
    Scope scope = approved;
    return scope == null || !part.within(scope) || part.records() > scope.records() - delivered;
  }
}
