package org.disclosureledger.service.request.event;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.content.ItemScope;

/**
 * {@code scope.listed}: what an {@code acceptance.prepared} or {@code emergency.prepared} had no
 * room for, in the same append; the second person decides on all of it.
 *
 * @param prepared event id of the {@code acceptance.prepared} or {@code emergency.prepared}
 * @param list from 1, in the order of the append
 * @param items approved scope of items that no entry before named
 */
public record ScopeListed(UUID prepared, int list, List<ItemScope> items) implements RequestEvent {}
