package org.disclosureledger.service.request;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RecordedTarget;
import org.disclosureledger.service.vocabulary.ItemKind;

/** The clear members of a recorded item: all that rules need. */
public record AskedItem(ItemKind kind, ItemScope scope) {

  static AskedItem of(RecordedItem item) {
    return new AskedItem(
        item.kind(),
        new ItemScope(
            item.ordinal(),
            item.targets().stream().map(RecordedTarget::ordinal).toList(),
            item.fields(),
            item.period(),
            item.maximumRecords()));
  }

  /** With the further targets of the same item. */
  AskedItem continued(AskedItem more) {
    List<Integer> targets = new ArrayList<>(scope.targets());
    targets.addAll(more.scope.targets());
    return new AskedItem(
        kind,
        new ItemScope(
            scope.item(), targets, scope.fields(), scope.period(), scope.maximumRecords()));
  }
}
