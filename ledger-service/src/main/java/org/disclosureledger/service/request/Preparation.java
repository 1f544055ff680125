package org.disclosureledger.service.request;

import java.util.List;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.EmergencyPrepared;
import org.disclosureledger.service.request.event.ExtensionPrepared;
import org.disclosureledger.service.request.event.MeasurePrepared;
import org.disclosureledger.service.request.event.NoDataPrepared;
import org.disclosureledger.service.request.event.RecordedChanges;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestingAgency;

/** What a prepared act leaves open for its second person. */
final class Preparation {
  private Preparation() {}

  static OpenAct of(RequestEvent event, EventHeader header) {
    return switch (event) {
      case AcceptancePrepared prepared -> acceptance(header, ActKind.ACCEPTANCE, prepared.items());
      case EmergencyPrepared prepared -> acceptance(header, ActKind.EMERGENCY, prepared.items());
      case RefusalPrepared prepared ->
          new OpenAct.Refusal(header.id(), header.actor(), header.time(), prepared.items());
      case DeliveryPrepared prepared ->
          new OpenAct.Delivery(
              header.id(),
              header.actor(),
              header.time(),
              prepared.items().stream().map(HandedPart::of).toList(),
              List.of(header.id()));
      case ExtensionPrepared prepared ->
          new OpenAct.Extension(header.id(), header.actor(), header.time(), prepared.due());
      case NoDataPrepared prepared ->
          new OpenAct.NoData(header.id(), header.actor(), header.time(), prepared.items());
      case MeasurePrepared prepared ->
          new OpenAct.MeasureTaken(
              header.id(),
              header.actor(),
              header.time(),
              prepared.measure(),
              prepared.item(),
              prepared.targets());
      case CorrectionPrepared prepared -> correction(prepared, header);
      default -> throw new IllegalStateException("prepares nothing: " + event.getClass());
    };
  }

  private static OpenAct acceptance(EventHeader header, ActKind kind, List<ItemScope> items) {
    return new OpenAct.Acceptance(header.id(), header.actor(), header.time(), kind, items);
  }

  private static OpenAct correction(CorrectionPrepared event, EventHeader header) {
    RecordedChanges changes = event.changes();
    RequestingAgency agency = changes == null ? null : changes.requestingAgency();
    return new OpenAct.Correction(
        header.id(),
        header.actor(),
        header.time(),
        changes == null ? null : changes.receivedAt(),
        changes == null ? null : changes.channel(),
        agency == null ? null : agency.code(),
        changes == null ? null : changes.receivingAgency(),
        changes == null ? null : changes.emergency(),
        changes == null ? null : changes.secrecy(),
        changes == null ? List.of() : changes.items().stream().map(AskedItem::of).toList());
  }
}
