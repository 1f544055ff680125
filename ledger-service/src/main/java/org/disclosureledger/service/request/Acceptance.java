package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareEmergency;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.EmergencyPrepared;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.ScopeListed;
import org.jspecify.annotations.Nullable;

/** Acceptance by two people: only what an authority asked for, and never more than that. */
final class Acceptance {
  private Acceptance() {}

  static List<ProposedEvent<RequestEvent>> prepare(
      RequestState state, PrepareAcceptance command, CommandContext context) {
    Gate.first(state, context);
    check(state, ActKind.ACCEPTANCE, command.items());
    Instant time = time(state, command.items(), context, command.happenedAt());
    return ActEntries.ofScopes(
        command.items(), context, time, AcceptancePrepared::new, ScopeListed::new);
  }

  static List<ProposedEvent<RequestEvent>> prepareEmergency(
      RequestState state, PrepareEmergency command, CommandContext context) {
    Gate.first(state, context);
    check(state, ActKind.EMERGENCY, command.items());
    Instant time = time(state, command.items(), context, command.happenedAt());
    return ActEntries.ofScopes(
        command.items(), context, time, EmergencyPrepared::new, ScopeListed::new);
  }

  private static Instant time(
      RequestState state,
      List<ItemScope> scopes,
      CommandContext context,
      @Nullable Instant claimed) {
    List<Integer> items = scopes.stream().map(ItemScope::item).toList();
    return Gate.time(context, claimed, Gate.changed(state, items), state.check().at());
  }

  static void check(RequestState state, ActKind kind, List<ItemScope> scopes) {
    if (kind == ActKind.EMERGENCY) {
      Gate.require(state.emergency(), RequestRule.NOT_AN_EMERGENCY, "as recorded");
    }
    Gate.authorityVerified(state);
    if (kind == ActKind.EMERGENCY) {
      Gate.require(
          state.check().holdsForAnEmergency(state.oral()),
          RequestRule.EMERGENCY_NEEDS_CALL_BACK,
          "verified by " + state.check().method());
    } else {
      // Said and not written, it takes the emergency's way, or waits for its paper.
      Gate.require(
          !state.oral() || state.confirmation().confirmedAt() != null,
          RequestRule.WRITING_NOT_CONFIRMED,
          "an oral emergency");
    }
    Gate.noQuestion(state);
    Set<Integer> seen = new HashSet<>();
    for (ItemScope scope : scopes) {
      String which = "item " + scope.item();
      Gate.require(seen.add(scope.item()), RequestRule.ITEM_REPEATED, which);
      ItemProgress item = Gate.item(state, scope.item());
      Gate.require(item.state() == ItemState.RECEIVED, RequestRule.ITEM_NOT_PENDING, which);
      checkWithin(item.asked(), scope, which);
    }
  }

  private static void checkWithin(ItemScope asked, ItemScope approved, String which) {
    // No target named would mean all of them, so that is wider than any that were named.
    Gate.require(
        asked.targets().containsAll(approved.targets())
            && asked.targets().isEmpty() == approved.targets().isEmpty(),
        RequestRule.SCOPE_TARGET_EXCEEDED,
        which);
    Gate.require(
        asked.fields().containsAll(approved.fields()), RequestRule.SCOPE_FIELD_EXCEEDED, which);
    Period period = asked.period();
    Gate.require(
        period == null || (approved.period() != null && period.contains(approved.period())),
        RequestRule.SCOPE_PERIOD_EXCEEDED,
        which);
    Long maximum = approved.maximumRecords();
    if (maximum == null) {
      throw new CommandRefused(RequestRule.SCOPE_COUNT_MISSING, which);
    }
    Gate.require(
        asked.maximumRecords() == null || maximum <= asked.maximumRecords(),
        RequestRule.SCOPE_COUNT_EXCEEDED,
        which);
  }
}
