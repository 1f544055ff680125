package org.disclosureledger.service.intake.oversight;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.oversight.OversightRule;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.oversightregister.OversightFilter;
import org.disclosureledger.service.oversightregister.OversightPage;
import org.disclosureledger.service.oversightregister.OversightQuery;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.story.EventView;
import org.disclosureledger.service.story.EventViews;
import org.disclosureledger.service.viewing.Viewer;
import org.disclosureledger.service.viewing.Views;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.QueryParameters;
import org.springframework.stereotype.Component;

/** Reads one inspection, drill or voluntary report from its stream, and many from the register. */
@Component
class OversightReading {
  private static final int DEFAULT_LIMIT = 50;

  private final LedgerLookup ledgers;
  private final EntryStore store;
  private final OversightQuery register;
  private final EventViews events;
  private final Views views;

  OversightReading(
      LedgerLookup ledgers,
      EntryStore store,
      OversightQuery register,
      DisclosureVault vault,
      Views views) {
    this.ledgers = ledgers;
    this.store = store;
    this.register = register;
    this.events = new EventViews(vault);
    this.views = views;
  }

  OversightPage page(String ledger, OversightKind kind, Map<String, String[]> parameters) {
    QueryParameters query = new QueryParameters(parameters, OversightController.LIST_PARAMETERS);
    OversightFilter filter =
        new OversightFilter(query.day("from"), query.day("to"), query.flag("correctionOpen"));
    int limit = query.count("limit", DEFAULT_LIMIT, 1, OversightQuery.MAX_LIMIT);
    return register
        .page(ledgers.find(ledger), kind, filter, query.text("cursor"), limit)
        .orElseThrow(() -> new InputRefused(ProblemType.INVALID_CURSOR, "take it from nextCursor"));
  }

  /**
   * From the stream: what a command just did is in it.
   *
   * @throws CommandRefused with {@link OversightRule#OVERSIGHT_NOT_FOUND}, or for want of a purpose
   */
  OversightDetails one(String name, OversightKind kind, UUID id, Viewer viewer) {
    LedgerDescription ledger = ledgers.find(name);
    return views.openByRole(
        ledger,
        viewer,
        new Views.OfRoles(kind.stream(id), mayOpen(kind)),
        open -> details(ledger, kind, id, open),
        details ->
            details.history().stream().anyMatch(EventView::opens) ? Set.of(part(kind)) : Set.of());
  }

  private static ViewedPart part(OversightKind kind) {
    return switch (kind) {
      case INSPECTION -> ViewedPart.INSPECTION;
      case DRILL -> ViewedPart.DRILL;
      case NOTICE -> ViewedPart.NOTICE;
    };
  }

  private OversightDetails details(
      LedgerDescription ledger, OversightKind kind, UUID id, boolean open) {
    List<StoredEvent> stream = store.stream(ledger.name(), kind.stream(id));
    if (stream.isEmpty()) {
      throw new CommandRefused(OversightRule.OVERSIGHT_NOT_FOUND, "nothing of this id");
    }
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
