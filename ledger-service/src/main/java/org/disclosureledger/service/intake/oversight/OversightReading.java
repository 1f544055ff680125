package org.disclosureledger.service.intake.oversight;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.oversight.OversightRule;
import org.disclosureledger.service.oversight.content.OversightKind;
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
    List<EventView> entries =
        stream.stream().map(stored -> events.view(ledger.name(), stored, open)).toList();
    return new OversightStory(stream, stored -> events.filled(ledger.name(), stored, open))
        .told(ledger.name(), id, entries);
  }

  /**
   * Who decides on a correction of an inspection, an auditor too, reads what it says; who informed
   * us is for the officers alone.
   */
  private static Set<ActorRole> mayOpen(OversightKind kind) {
    return switch (kind) {
      case INSPECTION ->
          Set.of(ActorRole.LEGAL, ActorRole.APPROVER, ActorRole.SUPERVISOR, ActorRole.AUDITOR);
      case DRILL -> Set.of(ActorRole.LEGAL, ActorRole.APPROVER, ActorRole.SUPERVISOR);
      case NOTICE -> Set.of(ActorRole.LEGAL, ActorRole.APPROVER);
    };
  }
}
