package org.disclosureledger.service.request.event;

import java.util.List;
import org.disclosureledger.service.request.content.ItemScope;

/**
 * {@code acceptance.prepared}: the first of two people proposes what may be disclosed.
 *
 * @param items approved scope of each item it is about, as many as fit
 * @param lists how many {@link ScopeListed} follow in the same append
 */
public record AcceptancePrepared(List<ItemScope> items, int lists) implements RequestEvent {}
