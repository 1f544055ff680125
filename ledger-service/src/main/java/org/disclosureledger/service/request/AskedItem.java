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
    AskedItem asked =
        new AskedItem(
            item.kind(),
            new ItemScope(
                item.ordinal(),
                item.targets().stream().map(RecordedTarget::ordinal).toList(),
                item.fields(),
                item.period(),
                item.maximumRecords()));
    List<Integer> targets = asked.scope.targets();
    if (!targets.isEmpty() && targets.getLast() - targets.getFirst() >= targets.size()) {
      throw new IllegalStateException("the stream leaves a place between targets");
    }
    return asked;
  }

  /** It begins with its first target, or names none. */
  AskedItem begun() {
    if (!scope.targets().isEmpty() && scope.targets().getFirst() != 1) {
      throw new IllegalStateException("the stream begins an item behind its first target");
    }
    return this;
  }

  /** With the further targets of the same item. */
  AskedItem continued(AskedItem more) {
    int last = scope.targets().isEmpty() ? 0 : scope.targets().getLast();
    if (!more.scope.targets().isEmpty() && more.scope.targets().getFirst() != last + 1) {
      throw new IllegalStateException("the stream leaves a place between targets");
    }
    List<Integer> targets = new ArrayList<>(scope.targets());
    targets.addAll(more.scope.targets());
    return new AskedItem(
        kind,
        new ItemScope(
            scope.item(), targets, scope.fields(), scope.period(), scope.maximumRecords()));
  }
}
