package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.row;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** What fits its schema and is nonsense all the same ends as a finding at its leaf. */
class HostileDataTest extends ConductTest {
  private final Story story = Story.withPolicy();

  @Test
  void aDayThatNoCalendarHasIsAFinding() throws Exception {
    RequestStory request = story.request().recorded();
    String due = Payloads.extension(story.now()).replace("2026-01-05", "2026-02-30");
    request.prepare("extension", due);
    finds(story, Rule.DATA_UNREADABLE);
    assertThat(report(story).grade(Grade.CONDUCT).status()).isEqualTo(GradeResult.Status.FAIL);
  }

  @Test
  void aDueTimeInWorkingDaysUnderARowOfHoursIsAFinding() throws Exception {
    RequestStory request = story.request();
    Demand demand = Demand.ordinary(story.now());
    request.record(demand);
    request.add(
        "deadline.set.v2",
        inDays(request.policyAtLeaf1(), request.policyAtLeaf1(), "ordinary", demand, 90));
    finds(story, Rule.DEADLINE_DUE);
  }

  @Test
  void aDueTimeInOtherWorkingDaysThanTheRowsIsAFinding() throws Exception {
    Story each = new Story();
    each.adopt(row("days", Story.KINDS, false, "ANSWER", "2026-01-01", "workingDays", 3));
    UUID calendar = CalendarStory.imported(each, CalendarStory.WORKDAYS);
    RequestStory request = each.request();
    Demand demand = Demand.ordinary(each.now());
    request.record(demand);
    request.add("deadline.set.v2", inDays(request.policyAtLeaf1(), calendar, "days", demand, 4));
    finds(each, Rule.DEADLINE_DUE);
  }

  private static String inDays(UUID policy, UUID calendar, String row, Demand demand, int days) {
    return object(
        "purpose",
        text("ANSWER"),
        "cause",
        text("RECORDING"),
        "basis",
        text("POLICY"),
        "due",
        Payloads.time(demand.receivedAt.plus(Duration.ofDays(days))),
        "policy",
        Payloads.id(policy),
        "calendar",
        Payloads.id(calendar),
        "row",
        text(row),
        "item",
        "1",
        "workingDays",
        Integer.toString(days),
        "startsAt",
        Payloads.time(demand.receivedAt));
  }

  @Test
  void anExtensionMovesNoTimeToConfirmBy() throws Exception {
    RequestStory request = story.request();
    request.recordedOrally();
    Instant later = story.now().plus(Duration.ofDays(9));
    UUID extension = request.both("extension", Payloads.extension(later));
    request.add(
        "deadline.set.v2",
        object(
            "purpose",
            text("CONFIRM_IN_WRITING"),
            "cause",
            text("EXTENSION"),
            "basis",
            text("EXTENSION"),
            "due",
            Payloads.time(later),
            "extension",
            Payloads.id(extension)));
    finds(story, Rule.DEADLINE_BASIS);
  }

  @Test
  void whereNothingIsDueNothingIsExtended() throws Exception {
    Story each = new Story();
    RequestStory request = each.request();
    request.record(Demand.ordinary(each.now()));
    request.deadline("NONE", null);
    Instant later = each.now().plus(Duration.ofDays(9));
    UUID extension = request.both("extension", Payloads.extension(later));
    long prepared = each.last() - 1;
    request.extendedTo(extension, later);
    finds(each, prepared, Rule.EXTENSION_LATE);
  }

  @Test
  void aMalformedEntryLeavesConductUnchecked() throws Exception {
    story.request().recorded().verified();
    story.ledger.entries().set(4, new byte[] {'x'});
    assertThat(report(story).grade(Grade.CONDUCT).status())
        .isEqualTo(GradeResult.Status.NOT_CHECKED);
  }

  @Test
  void theLongestNameOfAStreamBesideNothingIsNotChecked() throws Exception {
    String longest = "access/" + "a".repeat(128 - "access/".length());
    story.add(longest, Person.MINH, "personal-data.destroyed.v1", "{}");
    story.add(longest, Person.LAN, "record.viewed.v1", "{}");
    assertThat(report(story).findings()).extracting("rule").containsExactly("data-invalid");
    assertThat(report(story).grade(Grade.CONDUCT).status())
        .isEqualTo(GradeResult.Status.NOT_CHECKED);
  }

  @Test
  void hugeCountsAreCountedAsTheyAre() throws Exception {
    long most = 9_007_199_254_740_991L;
    RequestStory request = story.request();
    Demand demand = new Demand(story.now()).item("SUBSCRIBER_DATA", 2, Long.toString(most));
    request.recorded(demand).verified();
    String scope = Demand.scope(1, BOTH, 7).replace(":7}", ":" + most + "}");
    request.both("acceptance", items(scope));
    request.delivered(1, false, most);
    passes(story);
    request.delivered(2, true, 1);
    findsFirst(story, Rule.DELIVERY_COUNT);
  }

  @Test
  void actsLeftOpenOneAfterAnotherAreFoundOneByOne() throws Exception {
    RequestStory request = story.request().recorded();
    for (int i = 0; i < 40; i++) {
      request.prepare("refusal", Payloads.refusal(1));
    }
    assertThat(report(story).findings()).hasSize(39).extracting("rule").containsOnly("act-open");
  }
}
