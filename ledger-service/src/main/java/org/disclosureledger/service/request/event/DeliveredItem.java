package org.disclosureledger.service.request.event;

import java.util.List;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.vocabulary.DataField;
import org.jspecify.annotations.Nullable;

/**
 * What one delivery hands over for one item; never the data itself.
 *
 * @param item ordinal of the item, from 1
 * @param part which delivery of this item it is, from 1
 * @param last whether it completes the item
 * @param recordCount how many records it holds; 0 only where it closes an item answered in parts
 * @param digest SHA-256 of what is handed over, 64 hexadecimal digits, committed
 * @param size of it in bytes, committed
 */
public record DeliveredItem(
    int item,
    int part,
    boolean last,
    List<Integer> targets,
    List<DataField> fields,
    @Nullable Period period,
    long recordCount,
    Committed<String> digest,
    Committed<Long> size) {}
