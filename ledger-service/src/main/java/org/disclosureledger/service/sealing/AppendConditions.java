package org.disclosureledger.service.sealing;

import java.util.Map;
import org.disclosureledger.format.StreamId;

/**
 * What has to hold under the head lock for a decision to be appended, since it was made outside.
 *
 * @param heads last sequence of each other stream that was read, {@link StreamReads#NONE} of one
 *     without entries
 */
record AppendConditions(Map<StreamId, Long> heads) {
  static final AppendConditions NONE = new AppendConditions(Map.of());

  AppendConditions {
    heads = Map.copyOf(heads);
  }
}
