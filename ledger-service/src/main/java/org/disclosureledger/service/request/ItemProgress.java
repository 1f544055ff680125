package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RecordedTarget;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * One item and how far its answer has come.
 *
 * @param asked what the agency asked for
 * @param approved what may be disclosed; absent until accepted
 * @param approvedAt when that was approved, as claimed, UTC
 * @param terminalAt when the state became terminal, as claimed, UTC; absent while it is not
 * @param delivered records in all deliveries that did not fail
 * @param parts deliveries so far, failed ones included
 */
public record ItemProgress(
    ItemKind kind,
    ItemScope asked,
    @Nullable ItemScope approved,
    @Nullable Instant approvedAt,
    ItemState state,
    @Nullable Instant terminalAt,
    long delivered,
    int parts) {

  static ItemProgress received(RecordedItem item) {
    ItemScope asked =
        new ItemScope(
            item.ordinal(),
            item.targets().stream().map(RecordedTarget::ordinal).toList(),
            item.fields(),
            item.period(),
            item.maximumRecords());
    return new ItemProgress(item.kind(), asked, null, null, ItemState.RECEIVED, null, 0, 0);
  }

  /** With the further targets of the same item. */
  ItemProgress continued(RecordedItem more) {
    List<Integer> targets = new ArrayList<>(asked.targets());
    more.targets().forEach(target -> targets.add(target.ordinal()));
    ItemScope all =
        new ItemScope(ordinal(), targets, asked.fields(), asked.period(), asked.maximumRecords());
    return new ItemProgress(kind, all, approved, approvedAt, state, terminalAt, delivered, parts);
  }

  public int ordinal() {
    return asked.item();
  }

  ItemProgress accepted(ItemScope scope, Instant time) {
    return new ItemProgress(kind, asked, scope, time, ItemState.APPROVED, null, delivered, parts);
  }

  ItemProgress rejected(Instant time) {
    return new ItemProgress(
        kind, asked, approved, approvedAt, ItemState.REJECTED, time, delivered, parts);
  }

  ItemProgress handed(HandedPart part, Instant time) {
    return new ItemProgress(
        kind,
        asked,
        approved,
        approvedAt,
        part.last() ? ItemState.DISCLOSED : ItemState.PARTIAL,
        part.last() ? time : null,
        delivered + part.recordCount(),
        parts + 1);
  }

  /**
   * After a delivery of it failed. Even where its last part did arrive, a part is now missing, so
   * the item is open again and ends with a new last delivery; a refusal stays.
   */
  ItemProgress undelivered(HandedPart part, boolean othersArrived) {
    long left = delivered - part.recordCount();
    if (state == ItemState.REJECTED) {
      return new ItemProgress(kind, asked, approved, approvedAt, state, terminalAt, left, parts);
    }
    ItemState open = othersArrived ? ItemState.PARTIAL : ItemState.APPROVED;
    return new ItemProgress(kind, asked, approved, approvedAt, open, null, left, parts);
  }
}
