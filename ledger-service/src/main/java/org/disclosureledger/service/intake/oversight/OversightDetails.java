package org.disclosureledger.service.intake.oversight;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.story.EventView;

/**
 * One inspection, drill or voluntary report from its stream: what a command just did is in it.
 *
 * @param shown the entry that was recorded last, which counts
 * @param history all entries, in order; what was corrected stays
 * @param sequence of the last entry; also the ETag
 */
public record OversightDetails(
    String ledger, UUID id, EventView shown, List<EventView> history, long sequence) {}
