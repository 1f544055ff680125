package org.disclosureledger.service.request.event;

import java.util.UUID;

/**
 * {@code measure.approved}: the second person agrees.
 *
 * @param prepared event id of the {@code measure.prepared}
 */
public record MeasureApproved(UUID prepared) implements RequestEvent {}
