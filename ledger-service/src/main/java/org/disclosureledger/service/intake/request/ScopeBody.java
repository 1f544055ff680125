package org.disclosureledger.service.intake.request;

import java.util.List;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.vocabulary.DataField;
import org.jspecify.annotations.Nullable;

/** What may be disclosed for one item. */
record ScopeBody(
    Integer item,
    @Nullable List<Integer> targets,
    List<DataField> fields,
    @Nullable PeriodBody period,
    @Nullable Long maximumRecords) {

  static List<ItemScope> toScopes(List<ScopeBody> bodies) {
    return bodies.stream().map(ScopeBody::toScope).toList();
  }

  private ItemScope toScope() {
    return new ItemScope(
        item,
        targets == null ? List.of() : targets,
        fields,
        PeriodBody.toPeriod(period),
        maximumRecords);
  }
}
