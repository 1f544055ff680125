package org.disclosureledger.service.request;

import java.time.Instant;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * One item and how far its answer has come.
 *
 * @param asked what the agency asked for, as last corrected
 * @param approved what may be disclosed; absent until accepted
 * @param approvedAt when that was approved, as claimed, UTC
 * @param inEmergency whether it was approved as an emergency
 * @param terminalAt when the state became terminal, as claimed, UTC; absent while it is not
 * @param delivered records in all deliveries under this approval that did not fail
 * @param parts deliveries so far, failed ones and those under earlier approvals included
 * @param earlierParts deliveries under earlier approvals
 * @param changedAt when the last event changed it, as claimed, UTC; nothing that follows is earlier
 */
public record ItemProgress(
    ItemKind kind,
    ItemScope asked,
    @Nullable ItemScope approved,
    @Nullable Instant approvedAt,
    boolean inEmergency,
    ItemState state,
    @Nullable Instant terminalAt,
    long delivered,
    int parts,
    int earlierParts,
    Instant changedAt) {

  static ItemProgress received(AskedItem item, Instant at) {
    return new ItemProgress(
        item.kind(), item.scope(), null, null, false, ItemState.RECEIVED, null, 0, 0, 0, at);
  }

  public int ordinal() {
    return asked.item();
  }

  /** Whether something was handed over or done for it. */
  boolean given() {
    return state == ItemState.DISCLOSED || state == ItemState.IN_FORCE || state == ItemState.LIFTED;
  }

  /** With the further targets of the same item. */
  ItemProgress continued(AskedItem more) {
    return new ItemProgress(
        kind,
        new AskedItem(kind, asked).continued(more).scope(),
        approved,
        approvedAt,
        inEmergency,
        state,
        terminalAt,
        delivered,
        parts,
        earlierParts,
        changedAt);
  }

  /** As it should have been recorded; whatever was approved was approved of something else. */
  ItemProgress corrected(AskedItem item, Instant at) {
    return new ItemProgress(
        item.kind(),
        item.scope(),
        null,
        null,
        false,
        ItemState.RECEIVED,
        null,
        0,
        parts,
        parts,
        at);
  }

  /** Without approval: it takes the whole way again. */
  ItemProgress reopened(Instant at) {
    return new ItemProgress(
        kind, asked, null, null, false, ItemState.RECEIVED, null, 0, parts, parts, at);
  }

  ItemProgress accepted(ItemScope scope, Instant time, boolean emergency) {
    ItemState next = emergency ? ItemState.EMERGENCY_APPROVED : ItemState.APPROVED;
    return new ItemProgress(kind, asked, scope, time, emergency, next, null, 0, parts, parts, time);
  }

  /**
   * With its answer.
   *
   * @param answered when it got it, which for what is lifted was before
   */
  ItemProgress ended(ItemState terminal, Instant answered, Instant time) {
    return new ItemProgress(
        kind,
        asked,
        approved,
        approvedAt,
        inEmergency,
        terminal,
        answered,
        delivered,
        parts,
        earlierParts,
        time);
  }

  ItemProgress handed(HandedPart part, Instant time) {
    return new ItemProgress(
        kind,
        asked,
        approved,
        approvedAt,
        inEmergency,
        part.last() ? ItemState.DISCLOSED : ItemState.PARTIAL,
        part.last() ? time : null,
        delivered + part.recordCount(),
        parts + 1,
        earlierParts,
        time);
  }

  /**
   * After a delivery of it failed. Even where its last part did arrive, a part is now missing, so
   * the item is open again and ends with a new last delivery; any other end stays, and so does an
   * item approved anew since.
   */
  ItemProgress undelivered(HandedPart part, boolean othersArrived, Instant time) {
    if (part.part() <= earlierParts) {
      return this;
    }
    boolean opens = state == ItemState.DISCLOSED || state == ItemState.PARTIAL;
    ItemState before = inEmergency ? ItemState.EMERGENCY_APPROVED : ItemState.APPROVED;
    return new ItemProgress(
        kind,
        asked,
        approved,
        approvedAt,
        inEmergency,
        opens ? (othersArrived ? ItemState.PARTIAL : before) : state,
        opens ? null : terminalAt,
        delivered - part.recordCount(),
        parts,
        earlierParts,
        opens && time.isAfter(changedAt) ? time : changedAt);
  }
}
