package org.disclosureledger.service.request.event;

import java.util.UUID;

/**
 * {@code acceptance.approved}: the second person agrees.
 *
 * @param prepared event id of the {@code acceptance.prepared}
 */
public record AcceptanceApproved(UUID prepared) implements RequestEvent {}
