package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code extension.returned}: the second person does not agree.
 *
 * @param prepared event id of the {@code extension.prepared}
 * @param reason why not, committed
 */
public record ExtensionReturned(UUID prepared, Committed<String> reason) implements RequestEvent {}
