package org.disclosureledger.service.intake.agency;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.agency.AgencyRule;
import org.disclosureledger.service.agency.AgencyState;
import org.disclosureledger.service.agency.event.ContactVerified;
import org.disclosureledger.service.agency.event.OfficerRegistered;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.agencyregister.AgencyView;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.story.EventPage;
import org.disclosureledger.service.story.EventView;
import org.disclosureledger.service.story.EventViews;
import org.disclosureledger.service.viewing.Viewer;
import org.disclosureledger.service.viewing.Views;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads one agency from its stream, with what the reader may open. */
@Component
class AgencyReading {
  /** Officers call back, administrators keep the register. */
  private static final Set<ActorRole> MAY_OPEN =
      Set.of(ActorRole.LEGAL, ActorRole.APPROVER, ActorRole.ADMIN);

  private static final String OF_CONTACTS = "org.disclosureledger.contact.";

  private final EntryStore store;
  private final AgencyQuery agencies;
  private final EventViews events;
  private final Views views;

  AgencyReading(EntryStore store, AgencyQuery agencies, DisclosureVault vault, Views views) {
    this.store = store;
    this.agencies = agencies;
    this.events = new EventViews(vault);
    this.views = views;
  }

  /**
   * @throws CommandRefused with {@link AgencyRule#AGENCY_NOT_FOUND}, or for want of a purpose
   */
  AgencyDetails agency(LedgerDescription ledger, AgencyCode code, Viewer viewer) {
    return views.openByRole(
        ledger,
        viewer,
        new Views.OfRoles(code.stream(), MAY_OPEN),
        open -> details(ledger, code, open),
        AgencyReading::parts);
  }

  private static Set<ViewedPart> parts(AgencyDetails details) {
    Set<ViewedPart> parts = EnumSet.noneOf(ViewedPart.class);
    if (details.contacts().stream().anyMatch(contact -> contact.value() != null)) {
      parts.add(ViewedPart.CONTACTS);
    }
    if (details.officers().stream()
        .anyMatch(officer -> officer.name() != null || officer.position() != null)) {
      parts.add(ViewedPart.OFFICERS);
    }
    return parts;
  }

  private AgencyDetails details(LedgerDescription ledger, AgencyCode code, boolean open) {
    AgencyView view = agencies.agency(ledger.name(), code).orElseThrow(AgencyReading::notFound);
    AgencyState state = view.state();
    AgencyState.Profile profile = state.profile();
    if (profile == null) {
      throw notFound();
    }
    Map<UUID, Map<String, JsonNode>> opened = open ? opened(ledger, code) : Map.of();
    AgencyState.Successor successor = state.successor();
    return new AgencyDetails(
        ledger.name(),
        profile.code(),
        profile.kind(),
        profile.kind().vi(),
        profile.kind().en(),
        profile.province(),
        profile.nameVi(),
        profile.nameEn(),
        profile.validFrom(),
        state.validUntil(),
        successor == null ? null : new AgencyDetails.Successor(successor.code(), successor.from()),
        view.successors(),
        state.contacts().stream()
            .map(contact ->
                new AgencyDetails.Contact(
                    contact.contact(),
                    contact.channel(),
                    contact.method(),
                    contact.emergency(),
                    contact.since(),
                    contact.until(),
                    text(opened, contact.contact(), "/value")))
            .toList(),
        state.officers().stream()
            .map(officer ->
                new AgencyDetails.Officer(
                    officer.officer(),
                    officer.validFrom(),
                    officer.validUntil(),
                    text(opened, officer.officer(), "/name"),
                    text(opened, officer.officer(), "/position")))
            .toList(),
        state.lastSequence());
  }

  /**
   * @throws CommandRefused with {@link AgencyRule#AGENCY_NOT_FOUND}, or for want of a purpose
   */
  EventPage events(
      LedgerDescription ledger, AgencyCode code, Viewer viewer, EventPage.Asked asked) {
    return views.openByRole(
        ledger,
        viewer,
        new Views.OfRoles(code.stream(), MAY_OPEN),
        open -> page(ledger, code, open, asked),
        AgencyReading::parts);
  }

  private static Set<ViewedPart> parts(EventPage page) {
    return page.events().stream()
        .filter(EventView::opens)
        .map(event ->
            event.type().startsWith(OF_CONTACTS) ? ViewedPart.CONTACTS : ViewedPart.OFFICERS)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ViewedPart.class)));
  }

  private EventPage page(
      LedgerDescription ledger, AgencyCode code, boolean open, EventPage.Asked asked) {
    List<StoredEvent> stream = store.stream(ledger.name(), code.stream());
    if (stream.isEmpty()) {
      throw notFound();
    }
    return EventPage.of(stream, asked, stored -> events.view(ledger.name(), stored, open));
  }

  /** By id of contact or officer, what was committed about it. */
  private Map<UUID, Map<String, JsonNode>> opened(LedgerDescription ledger, AgencyCode code) {
    Map<UUID, Map<String, JsonNode>> opened = new HashMap<>();
    for (StoredEvent stored : store.stream(ledger.name(), code.stream())) {
      UUID about =
          switch (stored.payload()) {
            case ContactVerified contact -> contact.contact();
            case OfficerRegistered officer -> officer.officer();
            case null, default -> null;
          };
      if (about != null) {
        opened.put(about, events.open(ledger.name(), stored.header().leafIndex()));
      }
    }
    return opened;
  }

  private static @Nullable String text(
      Map<UUID, Map<String, JsonNode>> opened, UUID about, String pointer) {
    JsonNode value = opened.getOrDefault(about, Map.of()).get(pointer);
    return value == null || !value.isString() ? null : value.asString();
  }

  private static CommandRefused notFound() {
    return new CommandRefused(AgencyRule.AGENCY_NOT_FOUND, "no agency of this code");
  }
}
