package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.disclosureledger.service.deadline.AnswerDue;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.content.AgencyName;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.RequestForm;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.CorrectionListed;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RecordedChanges;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestingAgency;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.jspecify.annotations.Nullable;

/**
 * Correction by two people. It hides nothing and is no back door: a corrected item has to be
 * approved again, another agency verified again, due times stay, and the paper that an oral
 * emergency owes is owed for good, also by one that a correction has found to be oral.
 */
final class Correction {
  private Correction() {}

  static List<ProposedEvent<RequestEvent>> prepare(
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
    Secrecy secrecy = secrecy(state, changes == null ? null : changes.secrecy());
    Gate.reason(secrecy, command.reason());
    Gate.noContentAboveNormal(secrecy, command.statement());
    if (changes != null) {
      Gate.require(
          command.corrects().equals(state.entries().getFirst()),
          RequestRule.CHANGES_NOT_OF_RECORDING,
          "entry " + command.corrects());
      checkChanges(state, changes, context);
    }
    Gate.severity(severities(state, command.corrects(), changes), command.severity());
    // Nor is it put right before it came in.
    Instant received = changes == null ? null : changes.receivedAt();
    Instant time = Gate.time(context, command.happenedAt(), state.notBefore(), received);
    List<List<RecordedItem>> lists = ItemLists.of(changes == null ? List.of() : items(changes));
    RequestEvent event =
        new CorrectionPrepared(
            command.corrects(),
            command.cause(),
            command.severity(),
            Committed.of(command.reason()),
            Committed.of(command.statement()),
            lists.size() - 1,
            changes == null ? null : recorded(changes, lists.getFirst()));
    UUID id = context.newId();
    List<ProposedEvent<RequestEvent>> events = new ArrayList<>();
    events.add(new ProposedEvent<>(id, time, event));
    for (int list = 1; list < lists.size(); list++) {
      RequestEvent more = new CorrectionListed(id, list, lists.get(list));
      events.add(new ProposedEvent<>(context.newId(), time, more));
    }
    return List.copyOf(events);
  }

  /** Meanwhile something may have been done about the request that claims to be older. */
  static void recheck(RequestState state, OpenAct.Correction act) {
    Instant receivedAt = act.receivedAt();
    if (receivedAt != null) {
      checkReceipt(state, receivedAt);
    }
    check(state, act.items());
  }

  /**
   * Whether what was recorded is an oral emergency from this correction on, and was none before.
   */
  static boolean makesOral(RequestState state, OpenAct.Correction act) {
    Demand demand = state.demand();
    return demand != null && !demand.oral() && demand.corrected(act).oral();
  }

  /**
   * By when it has to be confirmed in writing: counted as if it had been recorded so, from the
   * receipt as first recorded, of the items as they are now.
   */
  static DeadlineSet confirmBy(RequestState state, OpenAct.Correction act, PolicyInForce policies) {
    Map<Integer, ItemKind> kinds = new TreeMap<>();
    state.items().forEach(item -> kinds.put(item.ordinal(), item.kind()));
    act.items().forEach(item -> kinds.put(item.scope().item(), item.kind()));
    Instant receivedAt = Objects.requireNonNull(state.receivedAt());
    AnswerDue asked = new AnswerDue(receivedAt, true, List.copyOf(kinds.values()), null);
    return DeadlineSet.byCorrection(policies.confirmInWriting(asked));
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
      checkReceipt(state, receivedAt);
    }
    Gate.notTomorrow(context, changes.documentDate());
    AgencyName agency = changes.requestingAgency();
    Secrecy secrecy = secrecy(state, changes.secrecy());
    Gate.noContentAboveNormal(
        secrecy, changes.officer(), changes.subject(), agency == null ? null : agency.unit());
    checkItems(state, changes.items(), secrecy);
    check(state, items(changes).stream().map(AskedItem::of).toList());
  }

  /**
   * By the entry itself, whichever one of a delivery it is, or as an answer to an item that was not
   * what it should have been.
   */
  private static Set<ErrorSeverity> severities(
      RequestState state, UUID entry, @Nullable Changes changes) {
    boolean answered =
        changes != null
            && changes.items().stream().anyMatch(item -> state.handedOver(item.ordinal()));
    return answered ? EnumSet.of(ErrorSeverity.REPORTABLE) : state.severitiesOfAny(entry);
  }

  /** After the agent had it, and before anything was done about it. */
  private static void checkReceipt(RequestState state, Instant receivedAt) {
    Demand demand = state.demand();
    Instant agent = demand == null ? null : demand.reachedAgentAt();
    Gate.require(
        agent == null || !agent.isAfter(receivedAt),
        RequestRule.AGENT_AFTER_RECEIPT,
        "received " + receivedAt);
    Instant followed = state.followedAt();
    Gate.require(
        followed == null || !receivedAt.isAfter(followed),
        RequestRule.RECEIVED_TOO_LATE,
        "followed at " + followed);
  }

  /** The higher of what holds and what shall hold: nothing is said on the way up or down. */
  static Secrecy secrecy(RequestState state, @Nullable Secrecy next) {
    return next != null && next.compareTo(state.secrecy()) > 0 ? next : state.secrecy();
  }

  private static void checkItems(RequestState state, List<CorrectedItem> items, Secrecy secrecy) {
    Set<Integer> seen = new HashSet<>();
    int last = state.items().size();
    int targets = 0;
    for (CorrectedItem corrected : items) {
      String which = "item " + corrected.ordinal();
      Gate.require(seen.add(corrected.ordinal()), RequestRule.ITEM_REPEATED, which);
      Gate.require(corrected.ordinal() <= last + 1, RequestRule.ITEM_OUT_OF_ORDER, which);
      last = Math.max(last, corrected.ordinal());
      Recording.checkTargets(secrecy, corrected.item());
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

  private static List<RecordedItem> items(Changes changes) {
    return changes.items().stream()
        .map(corrected -> Recording.item(corrected.ordinal(), corrected.item()))
        .toList();
  }

  private static RecordedChanges recorded(Changes changes, List<RecordedItem> items) {
    AgencyName agency = changes.requestingAgency();
    return new RecordedChanges(
        changes.receivedAt(),
        changes.channel(),
        agency == null
            ? null
            : new RequestingAgency(agency.code(), agency.kind(), Committed.of(agency.unit())),
        changes.receivingAgency(),
        committed(changes.officer()),
        committed(changes.documentNumber()),
        changes.documentDate(),
        committed(changes.subject()),
        changes.legalBasis(),
        changes.caseType(),
        changes.priority(),
        changes.emergency(),
        changes.urgency(),
        changes.secrecy(),
        changes.dueStated(),
        items);
  }

  /** Absent means unchanged here, so an absent value is not committed to. */
  private static @Nullable Committed<String> committed(@Nullable String value) {
    return value == null ? null : Committed.of(value);
  }
}
