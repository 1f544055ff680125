package org.disclosureledger.service.request.event;

import java.util.UUID;

/**
 * {@code correction.approved}: the second person agrees.
 *
 * @param prepared event id of the {@code correction.prepared}
 */
public record CorrectionApproved(UUID prepared) implements RequestEvent {}
