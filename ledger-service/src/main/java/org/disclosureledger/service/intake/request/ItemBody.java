package org.disclosureledger.service.intake.request;

import java.util.List;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/** One thing asked for. */
record ItemBody(
    ItemKind kind,
    @Nullable List<TargetBody> targets,
    List<DataField> fields,
    @Nullable PeriodBody period,
    @Nullable Long maximumRecords) {

  /** Whom or what an item is about. */
  record TargetBody(@Nullable String identifier) {
    @Override
    public String toString() {
      return "TargetBody";
    }
  }

  RequestedItem toItem() {
    List<RequestedTarget> whom =
        targets == null
            ? List.of()
            : targets.stream().map(target -> new RequestedTarget(target.identifier())).toList();
    return new RequestedItem(kind, whom, fields, PeriodBody.toPeriod(period), maximumRecords);
  }

  @Override
  public String toString() {
    return "ItemBody";
  }
}
