package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * One item and how far its answer has come.
 *
 * @param asked what the agency asked for, as last corrected
 * @param approval absent until accepted
 * @param terminalAt when the state became terminal, as claimed, UTC; absent while it is not
 * @param changedAt when the last event changed it, as claimed, UTC; nothing that follows is earlier
 */
public record ItemProgress(
    ItemKind kind,
    ItemScope asked,
    @Nullable Approval approval,
    ItemState state,
    @Nullable Instant terminalAt,
    Handed handed,
    Instant changedAt) {

  /**
   * What two people accepted.
   *
   * @param scope what may be disclosed or done
   * @param at when, as claimed, UTC
   * @param emergency whether as an emergency
   */
  public record Approval(ItemScope scope, Instant at, boolean emergency) {}

  /**
   * What was handed over or done.
   *
   * @param records in all deliveries under the present approval that did not fail
   * @param parts deliveries so far, failed ones and those under earlier approvals included
   * @param earlierParts deliveries under earlier approvals
   * @param measured the targets of the measure in force
   */
  public record Handed(long records, int parts, int earlierParts, List<Integer> measured) {
    static final Handed NOTHING = new Handed(0, 0, 0, List.of());

    /** The parts keep their numbers; their records do not count towards a new maximum. */
    Handed underAnotherApproval() {
      return new Handed(0, parts, parts, List.of());
    }

    Handed with(HandedPart part) {
      return new Handed(records + part.recordCount(), parts + 1, earlierParts, measured);
    }

    Handed without(HandedPart part) {
      return new Handed(records - part.recordCount(), parts, earlierParts, measured);
    }

    Handed to(List<Integer> targets) {
      return new Handed(records, parts, earlierParts, targets);
    }
  }

  static ItemProgress received(AskedItem item, Instant at) {
    return new ItemProgress(
        item.kind(), item.scope(), null, ItemState.RECEIVED, null, Handed.NOTHING, at);
  }

  public int ordinal() {
    return asked.item();
  }

  /** What may be disclosed or done; absent until accepted. */
  public @Nullable ItemScope approved() {
    return approval == null ? null : approval.scope();
  }

  /** Whether something was handed over or done for it. */
  boolean given() {
    return state == ItemState.DISCLOSED || state == ItemState.IN_FORCE || state == ItemState.LIFTED;
  }

  /** With the further targets of the same item. */
  ItemProgress continued(AskedItem more) {
    ItemScope whole = new AskedItem(kind, asked).continued(more).scope();
    return new ItemProgress(kind, whole, approval, state, terminalAt, handed, changedAt);
  }

  /** As it should have been recorded; whatever was approved was approved of something else. */
  ItemProgress corrected(AskedItem item, Instant at) {
    return new ItemProgress(item.kind(), item.scope(), approval, state, terminalAt, handed, at)
        .reopened(at);
  }

  /** Without approval: it takes the whole way again. */
  ItemProgress reopened(Instant at) {
    return new ItemProgress(
        kind, asked, null, ItemState.RECEIVED, null, handed.underAnotherApproval(), at);
  }

  ItemProgress accepted(ItemScope scope, Instant time, boolean emergency) {
    return new ItemProgress(
        kind,
        asked,
        new Approval(scope, time, emergency),
        emergency ? ItemState.EMERGENCY_APPROVED : ItemState.APPROVED,
        null,
        handed.underAnotherApproval(),
        time);
  }

  /** With its answer. */
  ItemProgress ended(ItemState terminal, Instant time) {
    return new ItemProgress(kind, asked, approval, terminal, time, handed, time);
  }

  /** With the measure that answers it. */
  ItemProgress inForce(List<Integer> targets, Instant time) {
    return new ItemProgress(
        kind, asked, approval, ItemState.IN_FORCE, time, handed.to(targets), time);
  }

  /**
   * Given back what was taken; it was answered when the measure came into force. Without an answer
   * there is nothing to give back.
   */
  ItemProgress lifted(Instant time) {
    if (terminalAt == null) {
      return this;
    }
    return new ItemProgress(kind, asked, approval, ItemState.LIFTED, terminalAt, handed, time);
  }

  ItemProgress handed(HandedPart part, Instant time) {
    return new ItemProgress(
        kind,
        asked,
        approval,
        part.last() ? ItemState.DISCLOSED : ItemState.PARTIAL,
        part.last() ? time : null,
        handed.with(part),
        time);
  }

  /**
   * After a delivery of it failed. Even where its last part did arrive, a part is now missing, so
   * the item is open again and ends with a new last delivery; any other end stays, and so does an
   * item approved anew since.
   */
  ItemProgress undelivered(HandedPart part, boolean othersArrived, Instant time) {
    if (part.part() <= handed.earlierParts()) {
      return this;
    }
    boolean opens = state == ItemState.DISCLOSED || state == ItemState.PARTIAL;
    boolean emergency = approval != null && approval.emergency();
    ItemState before = emergency ? ItemState.EMERGENCY_APPROVED : ItemState.APPROVED;
    return new ItemProgress(
        kind,
        asked,
        approval,
        opens ? (othersArrived ? ItemState.PARTIAL : before) : state,
        opens ? null : terminalAt,
        handed.without(part),
        opens && time.isAfter(changedAt) ? time : changedAt);
  }
}
