package org.disclosureledger.service.request;

import java.util.List;

/**
 * {@code acceptance.prepared}: the first of two people proposes what may be disclosed.
 *
 * @param items approved scope of each item it is about, by item
 */
public record AcceptancePrepared(List<ItemScope> items) implements RequestEvent {}
