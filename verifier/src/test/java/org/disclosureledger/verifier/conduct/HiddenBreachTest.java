package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** What somebody writes afterwards, or elsewhere, so that a breach does not show. */
class HiddenBreachTest extends ConductTest {
  private static final UUID CONTACT = new UUID(0x4000L, 0x8000_0000_0000_00c1L);
  private static final String SCOPE = items(Demand.scope(1, BOTH, 8));
  private static final Duration MONTH = Duration.ofDays(30);

  private final Story story = Story.withPolicy();
  private Instant received = Instant.MIN;

  /** That just these are found, wherever. */
  private void rules(Story told, Rule... rules) throws Exception {
    assertThat(report(told).findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrderElementsOf(Stream.of(rules).map(Rule::id).toList());
  }

  /** Delivered upon a call, never confirmed in writing, and a month has passed. */
  private RequestStory neverConfirmed() {
    UUID contact = SoundStories.register(story);
    received = story.now();
    RequestStory request = story.request();
    request.recordedOrally();
    request.add("authority.verified.v1", Payloads.verified("CALL_BACK", contact));
    request.both("emergency", SCOPE);
    request.delivered(1, true, 3);
    story.later(MONTH).request().recorded();
    story.later(Duration.ofHours(2)).request().recorded();
    return request;
  }

  @Test
  void reopeningDoesNotHideThatNothingWasConfirmed() throws Exception {
    RequestStory request = neverConfirmed();
    request.add("request.reopened.v1", Payloads.reopened(1));
    request.both("refusal", Payloads.refusal(1));
    request.add("writing.confirmed.v1", Payloads.confirmed());
    rules(story, Rule.WRITING_OVERDUE);
  }

  /** What an emergency rests on is the last check, and this one rests on a seal. */
  @Test
  void aSealAfterwardsDoesNotHideThatASignatureWasNeverChecked() throws Exception {
    Demand demand = Demand.ordinary(story.now());
    demand.emergency = true;
    RequestStory request = story.request();
    request.record(demand);
    request.due("emergency", demand.receivedAt, 3);
    request.add("authority.verified.v1", Payloads.verified("DIGITAL_SIGNATURE", null));
    request.add("authority.verified.v1", Payloads.verified("SEAL_OR_DOCUMENT", null));
    request.both("emergency", SCOPE);
    rules(story, Rule.EMERGENCY_VERIFICATION);
  }

  @Test
  void theSameDueTimeSetAgainDoesNotHideIt() throws Exception {
    RequestStory request = neverConfirmed();
    request.byPolicy("CONFIRM_IN_WRITING", "RECOMPUTATION", "confirm", 1, received, 24);
    request.add("writing.confirmed.v1", Payloads.confirmed());
    rules(story, Rule.WRITING_OVERDUE);
  }

  @Test
  void aCallBackIsToANumberThatSomebodyHadVerifiedByThen() throws Exception {
    RequestStory request = story.request().recorded();
    Instant call = story.now();
    story.later(Duration.ofHours(5));
    String stream = AgencyRegister.subject(Demand.AGENCY);
    story.add(
        stream,
        Person.QUAN,
        "agency.registered.v1",
        Payloads.agency(Demand.AGENCY, "2025-03-01", null));
    story.add(stream, Person.QUAN, "contact.verified.v1", Payloads.contact(CONTACT));
    story.claiming(call);
    request.add("authority.verified.v1", Payloads.verified("CALL_BACK", CONTACT));
    finds(story, Rule.CONTACT_NOT_REGISTERED);
  }

  @Test
  void aSuccessorIsNotCalledBeforeItsFirstDay() throws Exception {
    String stream = AgencyRegister.subject(Demand.AGENCY);
    String next = AgencyRegister.subject("CA-X");
    story.add(
        stream,
        Person.QUAN,
        "agency.registered.v1",
        Payloads.agency(Demand.AGENCY, "2025-03-01", null));
    story.add(
        next, Person.QUAN, "agency.registered.v1", Payloads.agency("CA-X", "2030-01-01", null));
    story.add(next, Person.QUAN, "contact.verified.v1", Payloads.contact(CONTACT));
    story.add(
        stream,
        Person.QUAN,
        "agency.succeeded.v1",
        object("successor", text("CA-X"), "from", text("2030-01-01")));
    RequestStory request = story.request().recorded();
    request.add("authority.verified.v1", Payloads.verified("CALL_BACK", CONTACT));
    finds(story, Rule.CONTACT_NOT_REGISTERED);
  }

  @Test
  void anExtensionsDueTimeIsSetInTimeToo() throws Exception {
    RequestStory request = story.request().recorded();
    Instant later = story.now().plus(Duration.ofDays(40));
    UUID extension = request.both("extension", Payloads.extension(later));
    story.later(Duration.ofDays(20));
    request.extendedTo(extension, later);
    rules(story, Rule.EXTENSION_LATE);
  }

  @Test
  void workingDaysAreNotChosenWhereHoursEndEarlier() throws Exception {
    Story other = new Story();
    other.adopt(
        Story.ORDINARY,
        Payloads.row("days", Story.KINDS, false, "ANSWER", "2026-01-01", "workingDays", 3));
    UUID calendar = CalendarStory.imported(other, CalendarStory.WORKDAYS);
    RequestStory request = other.request();
    Demand demand = Demand.ordinary(other.now());
    request.record(demand);
    request.add(
        "deadline.set.v2",
        object(
            "purpose",
            text("ANSWER"),
            "cause",
            text("RECORDING"),
            "basis",
            text("POLICY"),
            "due",
            Payloads.time(CalendarStory.at("2026-01-09T23:59:59.999")),
            "policy",
            Payloads.id(request.policyAtLeaf1()),
            "calendar",
            Payloads.id(calendar),
            "row",
            text("days"),
            "item",
            "1",
            "workingDays",
            "3",
            "startsAt",
            Payloads.time(demand.receivedAt)));
    finds(other, Rule.DEADLINE_NOT_EARLIEST);
  }

  @Test
  void whatAnAppendHoldsTogetherDoesNotComeDaysLater() throws Exception {
    RequestStory request = story.request();
    Demand demand = Demand.ordinary(story.now());
    request.record(demand);
    request.add("items.listed.v1", items(Demand.asked(2, "TRAFFIC_DATA", 1, 2, "10")));
    request.due("ordinary", demand.receivedAt, 24);
    request.verified();
    UUID prepared = request.add("acceptance.prepared.v2", items(1, Demand.scope(1, BOTH, 8)));
    story.later(Duration.ofDays(9)).request().recorded();
    request.add("scope.listed.v1", Payloads.listed(prepared, 1, Demand.scope(2, BOTH, 8)));
    rules(story, Rule.ACT_LIST_MISSING, Rule.ACT_LIST_STRAY);
  }

  @Test
  void itemsAreNotListedDaysLater() throws Exception {
    RequestStory request = story.request();
    request.record(Demand.ordinary(story.now()));
    story.later(Duration.ofDays(9)).request().recorded();
    request.add("items.listed.v1", items(Demand.asked(2, "TRAFFIC_DATA", 1, 2, "10")));
    rules(story, Rule.DEADLINE_MISSING, Rule.ITEMS_LISTED_LATE);
  }

  @Test
  void nobodyElseListsItems() throws Exception {
    RequestStory request = story.request();
    Demand demand = Demand.ordinary(story.now());
    request.record(demand);
    request.by(Person.THAO, "items.listed.v1", items(Demand.asked(2, "TRAFFIC_DATA", 1, 2, "10")));
    request.due("ordinary", demand.receivedAt, 24);
    rules(story, Rule.ITEMS_LISTED_LATE);
  }

  @Test
  void aRequestIsNotClosedBeforeItsAnswer() throws Exception {
    RequestStory request = story.request().recorded();
    story.later(Duration.ofHours(2));
    request.both("refusal", Payloads.refusal(1));
    story.claiming(story.now().minus(Duration.ofHours(1)));
    request.closed();
    finds(story, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void aRequestIsNotCancelledBeforeTheQuestionThatItEnds() throws Exception {
    RequestStory request = story.request().recorded();
    story.later(Duration.ofHours(2));
    request.add("clarification.asked.v1", Payloads.question());
    story.claiming(story.now().minus(Duration.ofHours(1)));
    request.add("request.cancelled.v1", Payloads.cancelled());
    finds(story, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void nothingIsGivenBackThatWasNotTaken() throws Exception {
    RequestStory request = story.request();
    request.recorded(new Demand(story.now()).item("SUSPENSION", 2, null)).verified().accepted();
    request.both("measure", Payloads.measure("SUSPEND", 1, 1));
    request.both("measure", Payloads.measure("RESTORE", 1, 1, 2));
    findsFirst(story, Rule.MEASURE_SCOPE);
  }
}
