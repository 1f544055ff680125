package org.disclosureledger.service.oversight.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;
import org.jspecify.annotations.Nullable;

/**
 * {@code oversight.correction.prepared}: the first of two people proposes what an inspection, drill
 * or voluntary report should say; the original stays. One of the last three is present: all of the
 * record as it should be, of the kind of its stream.
 *
 * @param corrects event id of the stream's {@code *.recorded}
 * @param reason why, committed
 */
public record OversightCorrectionPrepared(
    UUID corrects,
    Committed<String> reason,
    @Nullable InspectionRecorded inspection,
    @Nullable DrillRecorded drill,
    @Nullable NoticeRecorded notice)
    implements OversightEvent {}
