package org.disclosureledger.service.oversight.event;

import java.time.Instant;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.InformantKind;

/**
 * {@code notice.recorded}, a voluntary report, and what a correction says it should have been. Old
 * streams hold a second one: it replaced the first before corrections took two people.
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
