package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code nodata.returned}: the second person does not agree.
 *
 * @param prepared event id of the {@code nodata.prepared}
 * @param reason why not, committed
 */
public record NoDataReturned(UUID prepared, Committed<String> reason) implements RequestEvent {}
