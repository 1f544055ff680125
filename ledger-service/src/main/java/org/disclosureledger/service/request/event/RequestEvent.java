package org.disclosureledger.service.request.event;

/** What happened in one request: stream {@code request/<uuid>}. Starred members are committed. */
public sealed interface RequestEvent
    permits RequestRecorded,
        ItemsListed,
        DeadlineSet,
        AuthorityVerified,
        AuthorityRefuted,
        AcceptancePrepared,
        AcceptanceApproved,
        AcceptanceReturned,
        RefusalPrepared,
        RefusalApproved,
        RefusalReturned,
        DeliveryPrepared,
        DeliveryDispatched,
        DeliveryReturned,
        DeliveryAcknowledged,
        DeliveryFailed,
        RequestClosed {}
