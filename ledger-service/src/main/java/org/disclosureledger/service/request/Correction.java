package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.content.AgencyName;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.RequestForm;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.RecordedChanges;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestingAgency;
import org.jspecify.annotations.Nullable;

/**
 * Correction by two people. It hides nothing and is no back door: a corrected item has to be
 * approved again, another agency verified again, and due times stay.
 */
final class Correction {
  private Correction() {}

  static ProposedEvent<RequestEvent> prepare(
      RequestState state, PrepareCorrection command, CommandContext context) {
    Gate.first(state, context);
    Gate.require(
        state.entries().contains(command.corrects()),
        RequestRule.ENTRY_UNKNOWN,
        "entry " + command.corrects());
    Changes given = command.changes();
    Changes changes = given == null || given.isEmpty() ? null : given;
    Gate.require(
        changes != null || command.statement() != null || state.secrecy().aboveNormal(),
        RequestRule.CORRECTION_EMPTY,
        "neither changes nor statement");
    Gate.reason(state.secrecy(), command.reason());
    Gate.noContentAboveNormal(state.secrecy(), command.statement());
    if (changes != null) {
      Gate.require(
          command.corrects().equals(state.entries().getFirst()),
          RequestRule.CHANGES_NOT_OF_RECORDING,
          "entry " + command.corrects());
      checkChanges(state, changes, context);
    }
    Instant time = Gate.time(context, command.happenedAt(), state.receivedAt());
    RequestEvent event =
        new CorrectionPrepared(
            command.corrects(),
            command.cause(),
            command.severity(),
            Committed.of(command.reason()),
            Committed.of(command.statement()),
            changes == null ? null : recorded(changes));
    return new ProposedEvent<>(context.newId(), time, event);
  }

  /** An answered item is reopened first, with all that this asks for. */
  static void check(RequestState state, List<AskedItem> items) {
    if (!items.isEmpty()) {
      Gate.notClosed(state);
    }
    Gate.require(
        items.isEmpty() || !state.answered(),
        RequestRule.ITEM_ANSWERED,
        "all are; reopening comes first");
    for (AskedItem asked : items) {
      int ordinal = asked.scope().item();
      Gate.require(
          state.item(ordinal).filter(item -> item.state().terminal()).isEmpty(),
          RequestRule.ITEM_ANSWERED,
          "item " + ordinal);
    }
  }

  private static void checkChanges(RequestState state, Changes changes, CommandContext context) {
    Instant receivedAt = changes.receivedAt();
    if (receivedAt != null) {
      Gate.notAhead(context, receivedAt, RequestRule.RECEIVED_IN_FUTURE);
    }
    Gate.notTomorrow(context, changes.documentDate());
    AgencyName agency = changes.requestingAgency();
    Gate.noContentAboveNormal(
        state.secrecy(),
        changes.officer(),
        changes.subject(),
        agency == null ? null : agency.unit());
    checkItems(state, changes.items());
    check(state, changes.items().stream().map(Correction::recorded).map(AskedItem::of).toList());
  }

  private static void checkItems(RequestState state, List<CorrectedItem> items) {
    Set<Integer> seen = new HashSet<>();
    int last = state.items().size();
    int targets = 0;
    for (CorrectedItem corrected : items) {
      String which = "item " + corrected.ordinal();
      Gate.require(seen.add(corrected.ordinal()), RequestRule.ITEM_REPEATED, which);
      Gate.require(corrected.ordinal() <= last + 1, RequestRule.ITEM_OUT_OF_ORDER, which);
      last = Math.max(last, corrected.ordinal());
      Recording.checkTargets(state.secrecy(), corrected.item());
      targets += corrected.item().targets().size();
    }
    Gate.require(last <= RequestForm.MAX_ITEMS, RequestRule.TOO_MANY_ITEMS, last + " items");
    int kept =
        state.items().stream()
            .filter(item -> !seen.contains(item.ordinal()))
            .mapToInt(item -> item.asked().targets().size())
            .sum();
    Gate.require(
        kept + targets <= RequestForm.MAX_TARGETS,
        RequestRule.TOO_MANY_TARGETS,
        kept + targets + " targets");
  }

  private static RecordedChanges recorded(Changes changes) {
    AgencyName agency = changes.requestingAgency();
    return new RecordedChanges(
        changes.receivedAt(),
        changes.channel(),
        agency == null
            ? null
            : new RequestingAgency(agency.code(), agency.kind(), Committed.of(agency.unit())),
        committed(changes.officer()),
        committed(changes.documentNumber()),
        changes.documentDate(),
        committed(changes.subject()),
        changes.legalBasis(),
        changes.caseType(),
        changes.urgency(),
        changes.items().stream().map(Correction::recorded).toList());
  }

  private static RecordedItem recorded(CorrectedItem corrected) {
    return Recording.item(corrected.ordinal(), corrected.item());
  }

  /** Absent means unchanged here, so an absent value is not committed to. */
  private static @Nullable Committed<String> committed(@Nullable String value) {
    return value == null ? null : Committed.of(value);
  }
}
