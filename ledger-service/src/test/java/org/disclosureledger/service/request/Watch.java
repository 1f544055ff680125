package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.format.Actor;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.AuthorityRefuted;
import org.disclosureledger.service.request.event.AuthorityVerified;
import org.disclosureledger.service.request.event.ClarificationAsked;
import org.disclosureledger.service.request.event.ClarificationReceived;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionListed;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.DeliveredItem;
import org.disclosureledger.service.request.event.DeliveryDispatched;
import org.disclosureledger.service.request.event.DeliveryFailed;
import org.disclosureledger.service.request.event.DeliveryListed;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.DocumentAttached;
import org.disclosureledger.service.request.event.EmergencyApproved;
import org.disclosureledger.service.request.event.EmergencyPrepared;
import org.disclosureledger.service.request.event.ErrorRecorded;
import org.disclosureledger.service.request.event.ExtensionApproved;
import org.disclosureledger.service.request.event.MeasureApproved;
import org.disclosureledger.service.request.event.MeasurePrepared;
import org.disclosureledger.service.request.event.NoDataApproved;
import org.disclosureledger.service.request.event.NoDataPrepared;
import org.disclosureledger.service.request.event.ObstacleReported;
import org.disclosureledger.service.request.event.RecordedChanges;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.ReminderIssued;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestLinked;
import org.disclosureledger.service.request.event.RequestReopened;
import org.disclosureledger.service.request.event.ScopeListed;
import org.disclosureledger.service.vocabulary.Measure;

/**
 * Watches a request by its events alone, with rules of its own that are smaller than those of the
 * decisions: what may never happen, however it came about.
 */
final class Watch {
  private boolean verified;
  private boolean asked;
  private boolean closed;
  private boolean lostSinceClosing;

  /** When the authority was last found or made void, as claimed. */
  private Instant voided = Instant.MIN;

  private final Map<Integer, ItemScope> accepted;
  private final Map<UUID, Prepared> prepared;
  private final Map<UUID, List<RequestEvent>> listed;
  private final Set<UUID> decided;

  /** What stands behind an id of a {@code <act>.prepared}, and by whom. */
  private record Prepared(RequestEvent event, Actor actor) {}

  Watch() {
    accepted = new HashMap<>();
    prepared = new HashMap<>();
    listed = new HashMap<>();
    decided = new HashSet<>();
  }

  Watch(Watch other) {
    verified = other.verified;
    asked = other.asked;
    closed = other.closed;
    lostSinceClosing = other.lostSinceClosing;
    voided = other.voided;
    accepted = new HashMap<>(other.accepted);
    prepared = new HashMap<>(other.prepared);
    listed = new HashMap<>(other.listed);
    decided = new HashSet<>(other.decided);
  }

  /** What it remembers that decides what may come. */
  List<Object> memory() {
    return List.of(verified, asked, Map.copyOf(accepted));
  }

  void see(
      RequestState before,
      List<ProposedEvent<RequestEvent>> events,
      CommandContext context,
      RequestState after) {
    for (ProposedEvent<RequestEvent> event : events) {
      if (event.event().getClass().getSimpleName().endsWith("Prepared")) {
        assertThat(context.actor().isSystem()).isFalse();
        prepared.put(event.id(), new Prepared(event.event(), context.actor()));
      }
      happened(event.event(), event.time(), context, before);
      assertThat(event.time()).isBeforeOrEqualTo(context.now().plusSeconds(60));
      if (saysOnly(event.event())) {
        assertThat(position(after)).as("after a remark").isEqualTo(position(before));
      }
    }
    stays(before, events, after);
    holds(after);
  }

  private void happened(
      RequestEvent event, Instant time, CommandContext context, RequestState before) {
    switch (event) {
      case AuthorityVerified unused -> {
        assertThat(time).as("verified since it was void").isAfterOrEqualTo(voided);
        verified = true;
      }
      case AuthorityRefuted unused -> voids(time);
      case ClarificationAsked unused -> asked = true;
      case ClarificationReceived unused -> asked = false;
      case RequestCancelled unused -> asked = false;
      case RequestClosed unused -> closed = true;
      case DeliveryFailed unused -> lostSinceClosing |= closed;
      case RequestReopened reopened -> {
        closed = false;
        lostSinceClosing = false;
        voids(time);
        reopened.items().forEach(accepted::remove);
      }
      case AcceptanceApproved act -> {
        accept(((AcceptancePrepared) second(act.prepared(), context)).items());
        listed(act.prepared(), ScopeListed.class).forEach(more -> accept(more.items()));
      }
      case EmergencyApproved act -> {
        accept(((EmergencyPrepared) second(act.prepared(), context)).items());
        listed(act.prepared(), ScopeListed.class).forEach(more -> accept(more.items()));
      }
      case DeliveryDispatched act -> {
        ((DeliveryPrepared) second(act.prepared(), context)).items().forEach(this::give);
        listed(act.prepared(), DeliveryListed.class)
            .forEach(more -> more.items().forEach(this::give));
      }
      case NoDataApproved act ->
          ((NoDataPrepared) second(act.prepared(), context)).items().forEach(this::mayAnswer);
      case MeasureApproved act -> measure((MeasurePrepared) second(act.prepared(), context));
      case CorrectionApproved act -> {
        CorrectionPrepared correction = (CorrectionPrepared) second(act.prepared(), context);
        if (correction.changes() != null) {
          correct(correction.changes(), time, before);
        }
        listed(act.prepared(), CorrectionListed.class)
            .forEach(more -> more.items().forEach(item -> accepted.remove(item.ordinal())));
      }
      case ScopeListed more -> list(more.prepared(), more);
      case DeliveryListed more -> list(more.prepared(), more);
      case CorrectionListed more -> list(more.prepared(), more);
      case RefusalApproved act -> second(act.prepared(), context);
      case ExtensionApproved act -> second(act.prepared(), context);
      default -> {}
    }
  }

  private void list(UUID id, RequestEvent more) {
    listed.computeIfAbsent(id, unused -> new ArrayList<>()).add(more);
  }

  private <T> Stream<T> listed(UUID id, Class<T> type) {
    return listed.getOrDefault(id, List.of()).stream().map(type::cast);
  }

  private void correct(RecordedChanges changes, Instant time, RequestState before) {
    changes.items().stream().map(RecordedItem::ordinal).forEach(accepted::remove);
    boolean anotherDay =
        changes.receivedAt() != null && !day(changes.receivedAt()).equals(day(received(before)));
    if (changes.requestingAgency() != null || anotherDay) {
      voids(time);
    }
    if (changes.emergency() != null || changes.receivingAgency() != null) {
      before.items().stream()
          .filter(item -> !item.state().terminal())
          .map(ItemProgress::ordinal)
          .forEach(accepted::remove);
    }
  }

  private void voids(Instant time) {
    verified = false;
    voided = time.isAfter(voided) ? time : voided;
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  private static Instant received(RequestState state) {
    Demand demand = Objects.requireNonNull(state.demand());
    return Objects.requireNonNullElse(demand.correctedReceivedAt(), demand.receivedAt());
  }

  /** Four eyes: by another person than who prepared it, once. */
  private RequestEvent second(UUID id, CommandContext context) {
    Prepared first = Objects.requireNonNull(prepared.get(id), "prepared before");
    assertThat(context.actor().isSystem()).isFalse();
    assertThat(context.actor()).isNotEqualTo(first.actor());
    assertThat(decided.add(id)).as("decided once").isTrue();
    return first.event();
  }

  private void accept(List<ItemScope> scopes) {
    assertThat(verified).as("verified when accepted").isTrue();
    assertThat(asked).as("asked when accepted").isFalse();
    scopes.forEach(scope -> accepted.put(scope.item(), scope));
  }

  private ItemScope mayAnswer(int item) {
    assertThat(verified).as("verified when answered").isTrue();
    assertThat(asked).as("asked when answered").isFalse();
    return Objects.requireNonNull(accepted.get(item), "accepted when answered");
  }

  private void give(DeliveredItem part) {
    ItemScope scope = mayAnswer(part.item());
    assertThat(scope.targets()).containsAll(part.targets());
    assertThat(scope.fields()).containsAll(part.fields());
    Period period = scope.period();
    if (period != null) {
      assertThat(part.period()).isNotNull().matches(period::contains);
    }
  }

  private void measure(MeasurePrepared act) {
    if (act.measure() != Measure.RESTORE) {
      assertThat(mayAnswer(act.item()).targets()).containsAll(act.targets());
    }
  }

  private static boolean saysOnly(RequestEvent event) {
    return event instanceof RequestLinked
        || event instanceof ErrorRecorded
        || event instanceof ReminderIssued
        || event instanceof DocumentAttached
        || event instanceof ObstacleReported;
  }

  /** All of a state but how many entries led there, since when, and what documents bear. */
  private static RequestState position(RequestState state) {
    AuthorityCheck check = state.check();
    return new RequestState(
        0,
        state.demand(),
        new AuthorityCheck(
            check.outcome(), check.at(), check.method(), check.voidedAt(), null, List.of(), false),
        state.items(),
        state.open(),
        state.dispatches(),
        state.clock(),
        state.confirmation(),
        state.given(),
        null,
        state.closedAt(),
        List.of(),
        List.of(),
        List.of());
  }

  private static void stays(
      RequestState before, List<ProposedEvent<RequestEvent>> events, RequestState after) {
    Clock clock = after.clock();
    if (before.clock().set()) {
      assertThat(clock.originalDue()).as("original due").isEqualTo(before.clock().originalDue());
    }
    List<Period> earlier = before.clock().pauses();
    assertThat(clock.pauses().subList(0, earlier.size())).as("pauses").isEqualTo(earlier);
    for (int i = 1; i < clock.pauses().size(); i++) {
      assertThat(clock.pauses().get(i).from()).isAfterOrEqualTo(clock.pauses().get(i - 1).to());
    }
    assertThat(after.items().size()).isGreaterThanOrEqualTo(before.items().size());
    assertThat(after.entries()).hasSize((int) after.lastSequence() + 1).doesNotHaveDuplicates();
    for (ItemProgress item : before.items()) {
      assertThat(after.item(item.ordinal()).orElseThrow().changedAt())
          .as("times of what is done to an item")
          .isAfterOrEqualTo(item.changedAt());
    }
    if (before.receivedAt() != null) {
      assertThat(after.receivedAt()).isEqualTo(before.receivedAt());
      boolean corrected =
          after.oral()
              && events.stream().anyMatch(each -> each.event() instanceof CorrectionApproved);
      assertThat(after.oral()).as("whether a paper is owed").isEqualTo(corrected || before.oral());
    }
  }

  private void holds(RequestState state) {
    for (ItemProgress item : state.items()) {
      assertThat(item.terminalAt() != null).isEqualTo(item.state().terminal());
      long delivered =
          state.dispatches().stream()
              .filter(dispatch -> !dispatch.failed())
              .flatMap(dispatch -> dispatch.parts().stream())
              .filter(part ->
                  part.item() == item.ordinal() && part.part() > item.handed().earlierParts())
              .mapToLong(HandedPart::recordCount)
              .sum();
      assertThat(item.handed().records()).isEqualTo(delivered);
      ItemScope scope = item.approved();
      // By events, and by the state: the same approval, or none.
      assertThat(scope).isEqualTo(accepted.get(item.ordinal()));
      if (scope == null) {
        assertThat(item.state()).isIn(ItemState.RECEIVED, ItemState.REJECTED, ItemState.CANCELLED);
        assertThat(delivered).isZero();
      } else {
        assertThat(delivered).isLessThanOrEqualTo(scope.maximumRecords());
        assertThat(item.asked().targets()).containsAll(scope.targets());
        assertThat(item.asked().fields()).containsAll(scope.fields());
      }
    }
    assertThat(state.clock().paused()).isEqualTo(asked);
    if (state.closed()) {
      assertThat(state.answered() || lostSinceClosing).isTrue();
      assertThat(asked).as("closed with a question open").isFalse();
    }
  }
}
