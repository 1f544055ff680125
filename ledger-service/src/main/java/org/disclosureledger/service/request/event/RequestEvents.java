package org.disclosureledger.service.request.event;

import java.util.List;
import java.util.Set;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventCatalogue;
import org.disclosureledger.service.envelope.Upcaster;
import org.disclosureledger.service.vocabulary.RequestRoute;
import org.springframework.stereotype.Component;

/** The event types of streams {@code request/<uuid>}. */
@Component
public final class RequestEvents implements EventCatalogue {
  private static final List<EventBinding> BINDINGS =
      List.of(
          EventBinding.of("request.recorded", 2, RequestRecorded.class),
          EventBinding.of("items.listed", 1, ItemsListed.class),
          EventBinding.of("deadline.set", 2, DeadlineSet.class),
          EventBinding.of("authority.verified", 1, AuthorityVerified.class),
          EventBinding.of("authority.refuted", 1, AuthorityRefuted.class),
          EventBinding.of("acceptance.prepared", 2, AcceptancePrepared.class),
          EventBinding.of("acceptance.approved", 1, AcceptanceApproved.class),
          EventBinding.of("acceptance.returned", 1, AcceptanceReturned.class),
          EventBinding.of("scope.listed", 1, ScopeListed.class),
          EventBinding.of("refusal.prepared", 1, RefusalPrepared.class),
          EventBinding.of("refusal.approved", 1, RefusalApproved.class),
          EventBinding.of("refusal.returned", 1, RefusalReturned.class),
          EventBinding.of("delivery.prepared", 2, DeliveryPrepared.class),
          EventBinding.of("delivery.listed", 1, DeliveryListed.class),
          EventBinding.of("delivery.dispatched", 1, DeliveryDispatched.class),
          EventBinding.of("delivery.returned", 1, DeliveryReturned.class),
          EventBinding.of("delivery.acknowledged", 1, DeliveryAcknowledged.class),
          EventBinding.of("delivery.failed", 1, DeliveryFailed.class),
          EventBinding.of("request.closed", 1, RequestClosed.class),
          EventBinding.of("clarification.asked", 1, ClarificationAsked.class),
          EventBinding.of("clarification.received", 1, ClarificationReceived.class),
          EventBinding.of("emergency.prepared", 2, EmergencyPrepared.class),
          EventBinding.of("emergency.approved", 1, EmergencyApproved.class),
          EventBinding.of("emergency.returned", 1, EmergencyReturned.class),
          EventBinding.of("writing.confirmed", 1, WritingConfirmed.class),
          EventBinding.of("writing.missed", 1, WritingMissed.class),
          EventBinding.of("extension.prepared", 1, ExtensionPrepared.class),
          EventBinding.of("extension.approved", 1, ExtensionApproved.class),
          EventBinding.of("extension.returned", 1, ExtensionReturned.class),
          EventBinding.of("obstacle.reported", 1, ObstacleReported.class),
          EventBinding.of("nodata.prepared", 1, NoDataPrepared.class),
          EventBinding.of("nodata.approved", 1, NoDataApproved.class),
          EventBinding.of("nodata.returned", 1, NoDataReturned.class),
          EventBinding.of("measure.prepared", 1, MeasurePrepared.class),
          EventBinding.of("measure.approved", 1, MeasureApproved.class),
          EventBinding.of("measure.returned", 1, MeasureReturned.class),
          EventBinding.of("request.cancelled", 1, RequestCancelled.class),
          EventBinding.of("request.reopened", 1, RequestReopened.class),
          EventBinding.of("request.linked", 1, RequestLinked.class),
          EventBinding.of("error.recorded", 1, ErrorRecorded.class),
          EventBinding.of("reminder.issued", 1, ReminderIssued.class),
          EventBinding.of("document.attached", 1, DocumentAttached.class),
          EventBinding.of("signature.checked", 2, SignatureChecked.class),
          EventBinding.of("correction.prepared", 2, CorrectionPrepared.class),
          EventBinding.of("correction.listed", 1, CorrectionListed.class),
          EventBinding.of("correction.approved", 1, CorrectionApproved.class),
          EventBinding.of("correction.returned", 1, CorrectionReturned.class));

  @Override
  public List<EventBinding> bindings() {
    return BINDINGS;
  }

  @Override
  public List<Upcaster> upcasters() {
    return List.of(
        Upcaster.of("request.recorded", 1, data -> data.put("route", RequestRoute.DIRECT.name())),
        withoutLists("acceptance.prepared"),
        withoutLists("emergency.prepared"),
        withoutLists("delivery.prepared"),
        withoutLists("correction.prepared"),
        Upcaster.of(
            "deadline.set",
            1,
            data ->
                data.put("purpose", DeadlinePurpose.ANSWER.name())
                    .put("cause", DeadlineCause.RECORDING.name())),
        // What it signs was not said; absent still reads as the document itself.
        Upcaster.of("signature.checked", 1, data -> data));
  }

  /** The first version of an act was one entry. */
  private static Upcaster withoutLists(String name) {
    return Upcaster.of(name, 1, data -> data.put("lists", 0));
  }

  /** The register (sổ đến) lists recordings. */
  @Override
  public Set<String> numbered() {
    return Set.of("request.recorded");
  }
}
