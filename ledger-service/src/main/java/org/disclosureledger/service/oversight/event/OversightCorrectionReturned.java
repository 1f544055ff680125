package org.disclosureledger.service.oversight.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code oversight.correction.returned}: the second person does not agree.
 *
 * @param prepared event id of the {@code oversight.correction.prepared}
 * @param reason why not, committed
 */
public record OversightCorrectionReturned(UUID prepared, Committed<String> reason)
    implements OversightEvent {}
