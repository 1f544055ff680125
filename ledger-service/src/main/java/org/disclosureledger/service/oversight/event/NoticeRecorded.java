package org.disclosureledger.service.oversight.event;

import java.time.Instant;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.InformantKind;

/**
 * {@code notice.recorded}, a voluntary report; a later one of the same stream corrects it.
 *
 * @param receivedAt when it came in, as claimed, UTC
 */
public record NoticeRecorded(
    Instant receivedAt,
    Channel channel,
    InformantKind by,
    Committed<String> subject,
    Committed<String> informant)
    implements OversightEvent {}
