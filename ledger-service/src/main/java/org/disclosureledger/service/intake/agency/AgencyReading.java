package org.disclosureledger.service.intake.agency;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.disclosureledger.service.story.EventViews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads one agency from its stream, with what the reader may open. */
@Component
class AgencyReading {
  /** Officers call back, administrators keep the register. */
  private static final Set<ActorRole> MAY_OPEN =
      Set.of(ActorRole.LEGAL, ActorRole.APPROVER, ActorRole.ADMIN);

  private final EntryStore store;
  private final AgencyQuery agencies;
  private final EventViews events;

  AgencyReading(EntryStore store, AgencyQuery agencies, DisclosureVault vault) {
    this.store = store;
    this.agencies = agencies;
    this.events = new EventViews(vault);
  }

  /**
   * @throws CommandRefused with {@link AgencyRule#AGENCY_NOT_FOUND}
   */
  AgencyDetails agency(LedgerDescription ledger, AgencyCode code, ActorRole reader) {
    AgencyView view = agencies.agency(ledger.name(), code).orElseThrow(AgencyReading::notFound);
    AgencyState state = view.state();
    AgencyState.Profile profile = state.profile();
    if (profile == null) {
      throw notFound();
    }
    Map<UUID, Map<String, JsonNode>> opened = opened(ledger, code, reader);
    AgencyState.Successor successor = state.successor();
    return new AgencyDetails(
        ledger.name(),
        profile.code(),
        profile.kind(),
        profile.kind().vi(),
        profile.kind().en(),
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
   * @throws CommandRefused with {@link AgencyRule#AGENCY_NOT_FOUND}
   */
  EventPage events(
      LedgerDescription ledger, AgencyCode code, ActorRole reader, EventPage.Asked asked) {
    List<StoredEvent> stream = store.stream(ledger.name(), code.stream());
    if (stream.isEmpty()) {
      throw notFound();
    }
    boolean open = MAY_OPEN.contains(reader);
    return EventPage.of(stream, asked, stored -> events.view(ledger.name(), stored, open));
  }

  /** By id of contact or officer, what was committed about it. */
  private Map<UUID, Map<String, JsonNode>> opened(
      LedgerDescription ledger, AgencyCode code, ActorRole reader) {
    Map<UUID, Map<String, JsonNode>> opened = new HashMap<>();
    if (MAY_OPEN.contains(reader)) {
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
