package org.disclosureledger.service.request.event;

import java.util.List;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code request.reopened}: items stand open again; they and the authority are checked anew.
 *
 * @param items ordinals of the items
 * @param reason why, committed
 * @param document sHA-256 of the document that asks for it, hexadecimal, committed
 */
public record RequestReopened(
    List<Integer> items, Committed<String> reason, Committed<String> document)
    implements RequestEvent {}
