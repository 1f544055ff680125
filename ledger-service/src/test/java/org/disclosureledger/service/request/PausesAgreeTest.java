package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.service.deadline.CalendarDay;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.deadline.ClockKind;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.deadline.ExampleCalendar;
import org.disclosureledger.service.deadline.PolicyAdopted;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.deadline.PolicyRow;
import org.disclosureledger.service.deadline.Weekday;
import org.disclosureledger.service.deadline.WorkingCalendar;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.Story.Person;
import org.disclosureledger.service.request.command.RecomputeDeadline;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.junit.jupiter.api.Test;

/**
 * Questions, policies and calendars in any order: what the service makes of a due time, the
 * verifier's own counting makes of it too.
 */
class PausesAgreeTest {
  private static final int WALKS = 300;
  private static final int STEPS = 14;
  private static final String BESIDE = "deadline-not-recounted at 5:";
  private static final Actor ADMIN = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_00F1L));

  @Test
  void whatTheServiceCountsTheVerifierCountsAlike() {
    long seed = Long.getLong("walk.seed", System.nanoTime());
    System.out.println("walk.seed=" + seed);
    int moved = 0;
    for (int i = 0; i < WALKS; i++) {
      Walk walk = new Walk(new Random(seed + i), false);
      walk.go();
      assertThat(walk.findings()).as("walk %d of walk.seed=%d", i, seed).isEmpty();
      assertThat(walk.ledger.conduct.tally().unchecked())
          .as("not checked in walk %d of walk.seed=%d", i, seed)
          .isZero();
      moved += walk.moved;
    }
    assertThat(moved).as("due times that moved, seed " + seed).isGreaterThan(WALKS);
  }

  @Test
  void aServiceThatForgetsToCountAgainIsFound() {
    long seed = Long.getLong("walk.seed", System.nanoTime());
    System.out.println("walk.seed=" + seed);
    int found = 0;
    for (int i = 0; i < WALKS; i++) {
      Walk walk = new Walk(new Random(seed + i), true);
      walk.go();
      // What it counts after a pause is counted rightly all the same.
      assertThat(walk.findings())
          .as("walk %d of walk.seed=%d", i, seed)
          .allSatisfy(finding -> assertThat(finding).startsWith("deadline-not-recounted at "));
      found += walk.findings().isEmpty() ? 0 : 1;
    }
    assertThat(found).as("walks in which it is found, seed " + seed).isGreaterThan(WALKS / 4);
  }

  private static final class Walk {
    final ConductLedger ledger = new ConductLedger();
    int moved;
    private final Random random;
    private final boolean forgets;
    private RequestState state = RequestState.EMPTY;
    private Instant now = RequestDraft.T0;
    private long ids;
    private WorkingCalendar calendar;
    private PolicyInForce policy;

    Walk(Random random, boolean forgets) {
      this.random = random;
      this.forgets = forgets;
      ledger.begin();
      calendar = imported();
      policy = adopted();
    }

    /** But for the request that stands beside it, which nobody counts again here. */
    List<String> findings() {
      return ledger.findings.stream().filter(each -> !each.contains(BESIDE)).toList();
    }

    private UUID id() {
      return new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_1000L + ids++);
    }

    /** Ends soon at times, so that not everything can be counted. */
    private WorkingCalendar imported() {
      LocalDate from = LocalDate.parse("2026-10-01");
      LocalDate to = LocalDate.parse(random.nextInt(4) == 0 ? "2026-11-20" : "2027-12-31");
      List<CalendarDay> days = new ArrayList<>();
      for (LocalDate day = from; day.isBefore(to) && days.size() < 90; day = day.plusDays(1)) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        if (random.nextInt(5) == 0) {
          days.add(
              new CalendarDay(
                  day,
                  weekend || random.nextInt(3) == 0 ? List.of(ExampleCalendar.MORNING) : List.of(),
                  null));
        }
      }
      CalendarImported event =
          new CalendarImported(
              from,
              to,
              List.of(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI),
              List.of(ExampleCalendar.MORNING, ExampleCalendar.AFTERNOON),
              days);
      UUID id = id();
      ledger.plain(id, "calendar", "calendar.imported", ADMIN, ConductLedger.json(event), now);
      return new WorkingCalendar(id, event);
    }

    private PolicyInForce adopted() {
      List<PolicyRow> rows = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        boolean hours = random.nextBoolean();
        rows.add(
            new PolicyRow(
                "row-" + i,
                LocalDate.parse("2020-01-01"),
                null,
                "Điều mẫu",
                "Sample article",
                true,
                List.of(ItemKind.values()),
                null,
                DeadlinePurpose.ANSWER,
                random.nextInt(4) == 0 ? ClockKind.STATUTORY : ClockKind.SERVICE,
                hours ? 1 + random.nextInt(60) : null,
                hours ? null : 1 + random.nextInt(8)));
      }
      PolicyAdopted event = new PolicyAdopted(rows);
      UUID id = id();
      ledger.plain(id, "policy", "policy.adopted", ADMIN, ConductLedger.json(event), now);
      return PolicyInForce.of(id, event).with(calendar);
    }

    void go() {
      give(
          Story.LINH,
          RequestDraft.with(draft -> {
            draft.receivedAt = now.minus(Duration.ofMinutes(random.nextInt(900)));
            draft.documentDate = null;
          }));
      for (int step = 0; step < STEPS && state.exists(); step++) {
        // To the second at times, so that pauses begin and end where sessions do not.
        now = now.plusSeconds(1 + random.nextInt(random.nextInt(3) == 0 ? 3 * 86_400 : 6 * 3_600));
        step();
      }
      ledger.conduct.end();
    }

    private void step() {
      switch (random.nextInt(5)) {
        case 0 -> {
          policy = adopted();
          recount();
        }
        case 1 -> {
          calendar = imported();
          policy = policy.with(calendar);
          recount();
        }
        default -> {
          UUID question = state.clock().question();
          give(
              Story.LINH,
              question == null
                  ? PlainCommands.ask()
                  : PlainCommands.answer(Objects.requireNonNull(question)));
        }
      }
    }

    private void recount() {
      if (!forgets) {
        give(Story.TIMER, new RecomputeDeadline(RequestDraft.ID));
      }
    }

    private void give(Person person, RequestCommand command) {
      CommandContext context =
          new CommandContext("demo", person.actor(), person.role(), now, this::id, null);
      try {
        List<ProposedEvent<RequestEvent>> events =
            DataRequest.decide(
                state, command, context, new TestCircumstances(policy, Map.of(), Set.of()));
        state = Playback.evolve(state, events, command, context);
        for (ProposedEvent<RequestEvent> event : events) {
          ledger.tell("request/" + RequestDraft.ID, event, context);
          moved +=
              event.event() instanceof DeadlineSet set && set.cause() == DeadlineCause.RECOMPUTATION
                  ? 1
                  : 0;
        }
      } catch (CommandRefused refused) {
        // Nothing happened then, as where the calendar ends.
      }
    }
  }
}
