package org.disclosureledger.service.request.event;

import java.util.List;
import java.util.Set;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.springframework.stereotype.Component;

/** The event types of streams {@code request/<uuid>}. */
@Component
public final class RequestEvents implements EventCatalogue {
  private static final List<EventBinding> BINDINGS =
      List.of(
          EventBinding.of("request.recorded", 1, RequestRecorded.class),
          EventBinding.of("items.listed", 1, ItemsListed.class),
          EventBinding.of("deadline.set", 1, DeadlineSet.class),
          EventBinding.of("authority.verified", 1, AuthorityVerified.class),
          EventBinding.of("authority.refuted", 1, AuthorityRefuted.class),
          EventBinding.of("acceptance.prepared", 1, AcceptancePrepared.class),
          EventBinding.of("acceptance.approved", 1, AcceptanceApproved.class),
          EventBinding.of("acceptance.returned", 1, AcceptanceReturned.class),
          EventBinding.of("refusal.prepared", 1, RefusalPrepared.class),
          EventBinding.of("refusal.approved", 1, RefusalApproved.class),
          EventBinding.of("refusal.returned", 1, RefusalReturned.class),
          EventBinding.of("delivery.prepared", 1, DeliveryPrepared.class),
          EventBinding.of("delivery.dispatched", 1, DeliveryDispatched.class),
          EventBinding.of("delivery.returned", 1, DeliveryReturned.class),
          EventBinding.of("delivery.acknowledged", 1, DeliveryAcknowledged.class),
          EventBinding.of("delivery.failed", 1, DeliveryFailed.class),
          EventBinding.of("request.closed", 1, RequestClosed.class));

  @Override
  public List<EventBinding> bindings() {
    return BINDINGS;
  }

  /** The register (sổ đến) lists recordings. */
  @Override
  public Set<String> numbered() {
    return Set.of("request.recorded");
  }
}
