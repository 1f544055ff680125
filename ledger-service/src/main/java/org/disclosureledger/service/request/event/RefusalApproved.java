package org.disclosureledger.service.request.event;

import java.util.UUID;

/**
 * {@code refusal.approved}: the second person agrees.
 *
 * @param prepared event id of the {@code refusal.prepared}
 */
public record RefusalApproved(UUID prepared) implements RequestEvent {}
