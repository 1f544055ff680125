package org.disclosureledger.service.request.event;

import java.util.UUID;

/**
 * {@code extension.approved}: the second person agrees.
 *
 * @param prepared event id of the {@code extension.prepared}
 */
public record ExtensionApproved(UUID prepared) implements RequestEvent {}
