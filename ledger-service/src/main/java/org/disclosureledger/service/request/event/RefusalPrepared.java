package org.disclosureledger.service.request.event;

import java.util.List;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.RefusalGround;

/**
 * {@code refusal.prepared}: the first of two people proposes to refuse.
 *
 * @param items ordinals of the items refused: all that stood open
 * @param grounds at least one
 */
public record RefusalPrepared(
    List<Integer> items, List<RefusalGround> grounds, Committed<String> reason)
    implements RequestEvent {}
