package org.disclosureledger.service.request.event;

import java.time.Instant;
import org.disclosureledger.service.envelope.Committed;

/**
 * {@code extension.prepared}: the first of two people proposes a later due time.
 *
 * @param due the new due time, as claimed, UTC
 * @param reason why, committed
 * @param consent whether the agency agrees
 */
public record ExtensionPrepared(Instant due, Committed<String> reason, boolean consent)
    implements RequestEvent {}
