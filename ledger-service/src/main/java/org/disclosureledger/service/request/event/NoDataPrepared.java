package org.disclosureledger.service.request.event;

import java.util.List;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code nodata.prepared}: the first of two people proposes to answer that there is no such data.
 *
 * @param items ordinals of the items concerned
 * @param search search that was performed, committed
 */
public record NoDataPrepared(List<Integer> items, Committed<String> search)
    implements RequestEvent {}
