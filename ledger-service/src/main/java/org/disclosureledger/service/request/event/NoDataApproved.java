package org.disclosureledger.service.request.event;

import java.util.UUID;

/**
 * {@code nodata.approved}: the second person agrees.
 *
 * @param prepared event id of the {@code nodata.prepared}
 */
public record NoDataApproved(UUID prepared) implements RequestEvent {}
