package org.disclosureledger.service.oversight.event;

import java.util.UUID;

/**
 * {@code oversight.correction.approved}: the second person agrees; the record counts as corrected.
 *
 * @param prepared event id of the {@code oversight.correction.prepared}
 */
public record OversightCorrectionApproved(UUID prepared) implements OversightEvent {}
