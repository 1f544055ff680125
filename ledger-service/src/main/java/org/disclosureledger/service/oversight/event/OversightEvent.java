package org.disclosureledger.service.oversight.event;

/**
 * What happened in one inspection, drill or voluntary report: streams {@code inspection/<uuid>},
 * {@code drill/<uuid>}, {@code notice/<uuid>}. Free text is committed.
 */
public sealed interface OversightEvent
    permits InspectionRecorded,
        DrillRecorded,
        NoticeRecorded,
        NoticeForwarded,
        OversightCorrectionPrepared,
        OversightCorrectionApproved,
        OversightCorrectionReturned {}
