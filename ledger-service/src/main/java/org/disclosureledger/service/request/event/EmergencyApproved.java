package org.disclosureledger.service.request.event;

import java.util.UUID;

/**
 * {@code emergency.approved}: the second person agrees.
 *
 * @param prepared event id of the {@code emergency.prepared}
 */
public record EmergencyApproved(UUID prepared) implements RequestEvent {}
