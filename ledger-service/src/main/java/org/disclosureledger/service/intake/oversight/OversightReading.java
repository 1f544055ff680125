package org.disclosureledger.service.intake.oversight;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.oversight.OversightRule;
import org.disclosureledger.service.oversight.event.NoticeForwarded;
import org.disclosureledger.service.oversightregister.OversightKind;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.story.EventView;
import org.disclosureledger.service.story.EventViews;
import org.springframework.stereotype.Component;

/** Reads one inspection, drill or voluntary report from its stream. */
@Component
class OversightReading {
  private final EntryStore store;
  private final EventViews events;

  OversightReading(EntryStore store, DisclosureVault vault) {
    this.store = store;
    this.events = new EventViews(vault);
  }

  /**
   * @throws CommandRefused with {@link OversightRule#OVERSIGHT_NOT_FOUND}
   */
  OversightDetails one(LedgerDescription ledger, OversightKind kind, UUID id, ActorRole reader) {
    List<StoredEvent> stream = store.stream(ledger.name(), kind.stream(id));
    if (stream.isEmpty()) {
      throw new CommandRefused(OversightRule.OVERSIGHT_NOT_FOUND, "nothing of this id");
    }
    boolean open = mayOpen(kind).contains(reader);
    List<EventView> history =
        stream.stream().map(stored -> events.view(ledger.name(), stored, open)).toList();
    int shown = 0;
    for (int i = 0; i < stream.size(); i++) {
      if (!(stream.get(i).payload() instanceof NoticeForwarded)) {
        shown = i;
      }
    }
    return new OversightDetails(
        ledger.name(), id, history.get(shown), history, history.getLast().sequence());
  }

  /** A supervisor wrote what an inspection found; who informed us is for the officers alone. */
  private static Set<ActorRole> mayOpen(OversightKind kind) {
    return kind == OversightKind.NOTICE
        ? Set.of(ActorRole.LEGAL, ActorRole.APPROVER)
        : Set.of(ActorRole.LEGAL, ActorRole.APPROVER, ActorRole.SUPERVISOR);
  }
}
