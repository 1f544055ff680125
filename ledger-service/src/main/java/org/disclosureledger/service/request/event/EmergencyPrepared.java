package org.disclosureledger.service.request.event;

import java.util.List;
import org.disclosureledger.service.request.content.ItemScope;

/**
 * {@code emergency.prepared}: the first of two people proposes what may be disclosed in an
 * emergency.
 *
 * @param items approved scope of each item it is about
 */
public record EmergencyPrepared(List<ItemScope> items) implements RequestEvent {}
