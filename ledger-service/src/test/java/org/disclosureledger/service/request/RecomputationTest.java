package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.disclosureledger.service.request.Recounted.at;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.deadline.DeadlineRule;
import org.disclosureledger.service.deadline.ExampleCalendar;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.RecomputeDeadline;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.event.ClarificationReceived;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RequestEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due times counted again, against tables counted by hand with the calendar of 2026. */
class RecomputationTest {
  private static final String LONG = "STATUTORY 2000 h";

  private static PrepareCorrection corrected(Recounted request, Changes changes) {
    return PlainCommands.correct(request.state.entries().getFirst(), changes, null);
  }

  private static void approve(Recounted request, ActKind act) {
    OpenAct open = Objects.requireNonNull(request.state.open());
    request.give(Story.MINH, PlainCommands.approve(act, open.prepared()));
  }

  private static void refused(RefusalRule rule, Recounted request) {
    CommandRefused refused = catchThrowableOfType(CommandRefused.class, request::recomputed);
    assertThat(refused).as(rule.code()).isNotNull();
    assertThat(refused.rule()).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    // Thursday: half an hour; Friday: half a day; then Tết, and 3.5 h of Monday the 23rd.
    "2026-02-12T16:30,SERVICE 8 h,2026-02-23T11:00",
    "2026-02-13T11:30,SERVICE 1 h,2026-02-23T08:30",
    "2026-02-13T23:59:59,STATUTORY 3 days,2026-02-25T23:59:59.999",
    // A swapped Saturday is worked.
    "2026-01-09T16:00,SERVICE 4 h,2026-01-10T10:30",
    "2026-01-09T16:00,SERVICE 2 days,2026-01-12T23:59:59.999",
    "2026-08-21T23:59:59,STATUTORY 1 days,2026-08-22T23:59:59.999",
    // Noon, the evening, and a weekend.
    "2026-03-06T11:30,SERVICE 1 h,2026-03-06T14:00",
    "2026-03-06T17:00,SERVICE 1 h,2026-03-09T08:30",
    "2026-03-06T23:59:59,STATUTORY 1 days,2026-03-09T23:59:59.999",
    "2026-03-08T23:59:59.999,STATUTORY 1 days,2026-03-09T23:59:59.999",
    "2026-03-09T00:00,STATUTORY 1 days,2026-03-10T23:59:59.999",
    // 27 and 30 April and 1 May are free.
    "2026-04-24T10:00,STATUTORY 5 days,2026-05-06T23:59:59.999",
    // No working time in it at all.
    "2026-02-14T23:59:59,STATUTORY 24 h,2026-02-15T23:59:59",
    // The earliest of several.
    "'2026-02-12T16:30','STATUTORY 3 days, SERVICE 8 h',2026-02-23T11:00"
  })
  void anotherPolicyMovesTheDueTime(String receivedAt, String rows, String due) {
    Recounted request = new Recounted(LONG).recorded(receivedAt);
    Instant original = request.due();
    DeadlineSet set = request.under(rows);
    assertThat(set.due()).isEqualTo(at(due));
    assertThat(set.cause()).isEqualTo(DeadlineCause.RECOMPUTATION);
    assertThat(set.purpose()).isEqualTo(DeadlinePurpose.ANSWER);
    assertThat(set.basis()).isEqualTo(DeadlineBasis.POLICY);
    assertThat(set.policy()).isEqualTo(request.policy.adopted());
    assertThat(request.due()).isEqualTo(at(due));
    assertThat(request.state.clock().originalDue()).isEqualTo(original);
    refused(RequestRule.DUE_UNCHANGED, request);
  }

  /** A policy that is adopted at noon, of rows that hold for whole days. */
  @ParameterizedTest
  @CsvSource({
    "2026-06-30T23:59:59.999,2026-07-07T23:59:59.999",
    "2026-07-01T00:00,2026-07-03T23:59:59.999",
    "2026-07-01T09:00,2026-07-03T23:59:59.999",
    "2026-07-01T11:59:59.999,2026-07-03T23:59:59.999"
  })
  void onTheDayOfAChangeTheRowOfTheDayOfReceiptHolds(String receivedAt, String due) {
    Recounted request = new Recounted("STATUTORY 5 days").recorded(receivedAt);
    request.policy =
        request.policy("STATUTORY 5 days to 2026-06-30, STATUTORY 2 days from 2026-07-01");
    if (receivedAt.startsWith("2026-06")) {
      refused(RequestRule.DUE_UNCHANGED, request);
    } else {
      request.recomputed();
    }
    assertThat(request.due()).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "SERVICE 5 days,2026-03-02T10:00,'',2026-03-09T23:59:59.999",
    "SERVICE 5 days,2026-03-02T10:00,2026-03-04T08:00/2026-03-04T16:00,2026-03-09T23:59:59.999",
    "SERVICE 5 days,2026-03-02T10:00,2026-03-04T23:59:59/2026-03-06T00:00,2026-03-11T23:59:59.999",
    // Asked on its last day: the three that begin until the answer come on top.
    "SERVICE 5 days,2026-03-02T10:00,2026-03-09T16:00/2026-03-12T09:00,2026-03-12T23:59:59.999",
    // All of Tết.
    "SERVICE 2 days,2026-02-11T10:00,2026-02-12T10:00/2026-02-24T10:00,2026-02-25T23:59:59.999",
    "SERVICE 8 h,2026-03-02T08:30,2026-03-02T10:00/2026-03-02T14:00,2026-03-03T11:00",
    "SERVICE 2 h,2026-02-13T10:00,2026-02-13T11:00/2026-02-23T08:00,2026-02-23T09:00",
    "SERVICE 5 days,2026-03-02T10:00,2026-03-04T10:00/2026-03-06T10:00"
        + " 2026-03-10T10:00/2026-03-11T10:00,2026-03-12T23:59:59.999"
  })
  void pausesCountForTheServiceClockUnderAPolicyThatComesLater(
      String rows, String receivedAt, String pauses, String due) {
    Recounted request = new Recounted(LONG).recorded(receivedAt);
    assertThat(request.paused(pauses)).noneMatch(DeadlineSet.class::isInstance);
    assertThat(request.under(rows).due()).isEqualTo(at(due));
    String statutory = rows.replace("SERVICE", "STATUTORY");
    Recounted other = new Recounted(LONG).recorded(receivedAt);
    other.paused(pauses);
    Recounted without = new Recounted(LONG).recorded(receivedAt);
    assertThat(other.under(statutory).due())
        .as("the statutory clock")
        .isEqualTo(without.under(statutory).due());
  }

  @Test
  void anAnswerMovesTheDueTimeOfTheServiceClockInItsOwnAppend() {
    Recounted request = new Recounted("SERVICE 5 days").recorded("2026-03-02T10:00");
    List<RequestEvent> events = request.paused("2026-03-04T23:59:59/2026-03-06T00:00");
    assertThat(events).hasSize(2);
    assertThat(events.getFirst()).isInstanceOf(ClarificationReceived.class);
    assertThat(events.getLast())
        .isInstanceOfSatisfying(
            DeadlineSet.class,
            set -> {
              assertThat(set.cause()).isEqualTo(DeadlineCause.RECOMPUTATION);
              assertThat(set.due()).isEqualTo(at("2026-03-11T23:59:59.999"));
              assertThat(set.calendar()).isEqualTo(ExampleCalendar.ID);
              assertThat(set.workingDays()).isEqualTo(5);
              assertThat(set.startsAt()).isEqualTo(at("2026-03-02T10:00"));
            });
    assertThat(request.due()).isEqualTo(at("2026-03-11T23:59:59.999"));
  }

  @ParameterizedTest
  @CsvSource({
    // Nothing moves within a day, nor by the statutory clock, nor when it is over.
    "SERVICE 5 days,2026-03-04T08:00/2026-03-04T16:00",
    "STATUTORY 5 days,2026-03-04T23:59:59/2026-03-06T00:00",
    "SERVICE 5 days,2026-03-10T00:00/2026-03-20T00:00"
  })
  void anAnswerThatMovesNothingComesAlone(String rows, String pause) {
    Recounted request = new Recounted(rows).recorded("2026-03-02T10:00");
    assertThat(request.paused(pause)).hasSize(1);
    assertThat(request.due()).isEqualTo(at("2026-03-09T23:59:59.999"));
  }

  /** What the agency said is recorded all the same. */
  @Test
  void anAnswerBeyondTheCalendarsEndComesAlone() {
    Recounted request = new Recounted("SERVICE 5 days").recorded("2026-12-22T10:00");
    assertThat(request.paused("2026-12-23T10:00/2026-12-31T10:00")).hasSize(1);
    assertThat(request.due()).isEqualTo(at("2026-12-29T23:59:59.999"));
    refused(DeadlineRule.CALENDAR_TOO_SHORT, request);
    assertThat(request.due()).as("it stays").isEqualTo(at("2026-12-29T23:59:59.999"));
  }

  @Test
  void whatIsExtendedStays() {
    Recounted request = new Recounted("SERVICE 5 days").recorded("2026-03-02T10:00");
    Instant later = at("2026-03-20T10:00");
    request.at("2026-03-03T10:00", Story.LINH, PlainCommands.extend(later));
    approve(request, ActKind.EXTENSION);
    assertThat(request.paused("2026-03-04T10:00/2026-03-10T10:00")).hasSize(1);
    request.policy = request.policy("STATUTORY 1 h");
    refused(RequestRule.DUE_UNCHANGED, request);
    assertThat(request.due()).isEqualTo(later);
  }

  @Test
  void whatIsAnsweredOrClosedIsLeftAlone() {
    Recounted request = new Recounted("STATUTORY 24 h").recorded("2026-03-02T10:00");
    request.give(Story.LINH, PlainCommands.cancel());
    request.policy = request.policy("STATUTORY 1 h");
    refused(RequestRule.NO_OPEN_ITEM, request);
    request.give(Story.LINH, Story.close());
    refused(RequestRule.REQUEST_CLOSED, request);
    request.give(Story.LINH, PlainCommands.reopen(1));
    assertThat(request.recomputed().due()).isEqualTo(at("2026-03-02T11:00"));
  }

  /** From the receipt and the emergency as first recorded, whatever was corrected since. */
  @Test
  void itRestsOnTheReceiptAndTheEmergencyAsFirstRecorded() {
    Recounted request =
        new Recounted(LONG).recorded("2026-03-02T10:00", draft -> draft.emergency = true);
    Changes later =
        Changes.of(draft -> {
          draft.receivedAt = at("2026-03-02T08:00");
          draft.emergency = false;
        });
    request.at("2026-03-02T12:00", Story.LINH, corrected(request, later));
    approve(request, ActKind.CORRECTION);
    assertThat(request.state.emergency()).isFalse();
    assertThat(request.under("STATUTORY 3 h emergency, STATUTORY 24 h").due())
        .isEqualTo(at("2026-03-02T13:00"));
  }

  @Test
  void itRestsOnTheItemsAsTheyAre() {
    Recounted request =
        new Recounted("STATUTORY 24 h of SUBSCRIBER_DATA, STATUTORY 72 h")
            .recorded("2026-03-02T10:00");
    assertThat(request.due()).isEqualTo(at("2026-03-05T10:00"));
    RequestedItem subscribers = RequestDraft.SUBSCRIBERS;
    request.at(
        "2026-03-02T12:00",
        Story.LINH,
        corrected(request, PlainCommands.changes(null, PlainCommands.corrected(1, subscribers))));
    approve(request, ActKind.CORRECTION);
    assertThat(request.due()).as("a correction moves nothing").isEqualTo(at("2026-03-05T10:00"));
    assertThat(request.recomputed().due()).isEqualTo(at("2026-03-03T10:00"));
  }

  @Test
  void whereNoRowAppliesAnyMoreTheAgencysOwnDeadlineCounts() {
    Instant stated = at("2026-03-20T10:00");
    Recounted request =
        new Recounted(LONG).recorded("2026-03-02T10:00", draft -> draft.dueStated = stated);
    DeadlineSet set = request.under("STATUTORY 24 h of TAKEDOWN");
    assertThat(set.basis()).isEqualTo(DeadlineBasis.STATED);
    assertThat(set.due()).isEqualTo(stated);
    Recounted none = new Recounted(LONG).recorded("2026-03-02T10:00");
    DeadlineSet without = none.under("STATUTORY 24 h of TAKEDOWN");
    assertThat(without.basis()).isEqualTo(DeadlineBasis.NONE);
    assertThat(without.due()).isNull();
    assertThat(none.under("STATUTORY 24 h").due()).isEqualTo(at("2026-03-03T10:00"));
  }

  @Test
  void nobodyButTheSystemCountsAgain() {
    Recounted request = new Recounted(LONG).recorded("2026-03-02T10:00");
    request.policy = request.policy("STATUTORY 24 h");
    for (Story.Person person : List.of(Story.LINH, Story.MINH, Story.TUAN, Story.ROBOT)) {
      CommandRefused refused =
          catchThrowableOfType(
              CommandRefused.class,
              () -> request.give(person, new RecomputeDeadline(RequestDraft.ID)));
      assertThat(refused.rule()).isEqualTo(RequestRule.ROLE_NOT_ALLOWED);
    }
  }
}
