package org.disclosureledger.service.request.event;

import java.util.List;
import org.disclosureledger.service.request.content.ItemScope;

/**
 * {@code acceptance.prepared}: the first of two people proposes what may be disclosed.
 *
 * @param items approved scope of each item it is about, by item
 */
public record AcceptancePrepared(List<ItemScope> items) implements RequestEvent {}
