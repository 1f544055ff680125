package org.disclosureledger.service.request.event;

import java.util.List;

/**
 * {@code items.listed}: what a {@code request.recorded} had no room for, in the same append. Its
 * first item may be the one listed last, repeated with further targets.
 *
 * @param items in the order of their ordinals
 */
public record ItemsListed(List<RecordedItem> items) implements RequestEvent {}
