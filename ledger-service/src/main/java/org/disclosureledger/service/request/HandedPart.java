package org.disclosureledger.service.request;

import java.util.List;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.event.DeliveredItem;
import org.disclosureledger.service.vocabulary.DataField;
import org.jspecify.annotations.Nullable;

/**
 * The clear members of one delivered item: all that rules need.
 *
 * @param part which delivery of the item it is, from 1
 */
public record HandedPart(
    int item,
    int part,
    boolean last,
    List<Integer> targets,
    List<DataField> fields,
    @Nullable Period period,
    long recordCount) {

  static HandedPart of(DeliveredItem item) {
    return new HandedPart(
        item.item(),
        item.part(),
        item.last(),
        item.targets(),
        item.fields(),
        item.period(),
        item.recordCount());
  }

  static HandedPart of(Handover item, int part) {
    return new HandedPart(
        item.item(),
        part,
        item.last(),
        item.targets(),
        item.fields(),
        item.period(),
        item.recordCount());
  }
}
