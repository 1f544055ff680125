package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.AccessStory.DAY;
import static org.disclosureledger.verifier.conduct.AccessStory.adopted;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** A closed request may wait for something all the same: then nothing of it is erased. */
class ErasureWaitsTest extends ConductTest {
  private final Story story = Story.withPolicy();
  private final UUID contact = SoundStories.register(story);
  private final UUID policy = adopted(story, 0);
  private UUID deadline = new UUID(0, 0);
  private Instant confirmBy = Story.START;
  private long dueLeaf;

  private void erase(RequestStory request) {
    AccessStory.of(request).erased(policy);
  }

  /** An emergency that was said, answered and closed. */
  private RequestStory said() {
    RequestStory request = story.request();
    confirmBy = story.now().plus(DAY);
    deadline = request.recordedOrally();
    dueLeaf = story.last();
    request.called(contact);
    request.both("emergency", Payloads.items(Demand.scope(1, RequestStory.BOTH, 8)));
    request.delivered(1, true, 3);
    request.closed();
    return request;
  }

  private RequestStory suspended() {
    RequestStory request = story.request();
    request.recorded(new Demand(story.now()).item("SUSPENSION", 2, null)).verified().accepted();
    request.both("measure", Payloads.measure("SUSPEND", 1, 1, 2));
    request.closed();
    return request;
  }

  private void passDays() {
    story.later(DAY.multipliedBy(3)).request().recorded();
    story.later(DAY).request().recorded();
  }

  @Test
  void noOralEmergencyIsErasedWhileItsPaperIsOwed() throws Exception {
    RequestStory request = said();
    story.later(Duration.ofHours(1));
    erase(request);
    assertThat(finds(story, Rule.ERASURE_OPEN).found()).isEqualTo("the paper of an oral emergency");
  }

  @Test
  void nobodyRemarksLaterOnADueTimeOfWhatIsErased() throws Exception {
    RequestStory request = said();
    erase(request);
    long erased = story.last();
    passDays();
    finds(story, erased, Rule.ERASURE_OPEN);
  }

  @Test
  void aPaperThatCameOrWasMissedIsOwedNoMore() throws Exception {
    RequestStory confirmed = said();
    confirmed.add("writing.confirmed.v1", Payloads.confirmed());
    erase(confirmed);
    RequestStory missed = said();
    story.later(DAY);
    missed.missed(deadline, confirmBy);
    erase(missed);
    passes(story);
  }

  @Test
  void aDemandTakenBackBeforeAnythingWasGivenOwesNoPaper() throws Exception {
    RequestStory request = story.request();
    request.recordedOrally();
    request.add("request.cancelled.v1", Payloads.cancelled());
    request.closed();
    erase(request);
    passes(story);
  }

  @Test
  void aMeasureInForceIsGivenBackBeforeAnythingIsErased() throws Exception {
    RequestStory request = suspended();
    request.both("measure", Payloads.measure("RESTORE", 1, 1, 2));
    erase(request);
    passes(story);
    erase(suspended());
    assertThat(finds(story, Rule.ERASURE_OPEN).found()).isEqualTo("item 1: a measure in force");
  }

  @Test
  void whatWasOverdueIsNotHiddenByErasingIt() throws Exception {
    RequestStory request = said();
    long due = dueLeaf;
    passDays();
    erase(request);
    assertThat(report(story).findings())
        .extracting(finding -> finding.rule() + " at " + finding.leaf())
        .containsExactlyInAnyOrder(
            Rule.WRITING_OVERDUE.id() + " at " + due,
            Rule.ERASURE_OPEN.id() + " at " + story.last());
  }

  @Test
  void anUnknownTypeMayHaveErasedAndNoDueTimeIsRemarkedOnSince() throws Exception {
    RequestStory request = said();
    AccessStory.of(request).add(Person.MINH, "personal-data.destroyed.v1", "{}");
    passDays();
    GradeResult result = sound(story);
    assertThat(result.status()).isEqualTo(GradeResult.Status.NOT_CHECKED);
  }

  @Test
  void soMayAnEntryWhoseDataNobodyCanRead() throws Exception {
    RequestStory request = said();
    AccessStory.of(request).add(Person.MINH, "personal-data.erased.v1", "{}");
    passDays();
    assertThat(report(story).findings()).extracting("rule").containsExactly("data-invalid");
  }

  @Test
  void butAnUnknownTypeHidesNothingThatWasOverdueBefore() throws Exception {
    RequestStory request = said();
    long due = dueLeaf;
    passDays();
    AccessStory.of(request).add(Person.MINH, "personal-data.destroyed.v1", "{}");
    finds(story, due, Rule.WRITING_OVERDUE);
  }

  @Test
  void norAnythingOfAnotherRequest() throws Exception {
    said();
    long due = dueLeaf;
    RequestStory other = said();
    AccessStory.of(other).add(Person.MINH, "personal-data.destroyed.v1", "{}");
    passDays();
    finds(story, due, Rule.WRITING_OVERDUE);
  }

  @Test
  void itsNumbersAreWhatTheEntriesSay() throws Exception {
    RequestStory request = AccessStory.closed(story);
    request.add("document.attached.v1", Payloads.attached(new UUID(0x4000L, 1L << 63 | 5)));
    AccessStory access = AccessStory.of(request);
    access.revoked(access.granted());
    access.erased(policy);
    passes(story);
    assertThat(report(story).grade(Grade.CONDUCT).status()).isEqualTo(GradeResult.Status.PASS);
  }

  @Test
  void aVaultFromABackupMayHaveLessThanTheEntriesSay() throws Exception {
    AccessStory.of(AccessStory.closed(story)).erased(policy, AccessStory.keys(), 0, 0);
    AccessStory.of(AccessStory.closed(story)).erased(policy, AccessStory.keys(1), 3, 0);
    passes(story);
  }

  @Test
  void itDestroysNoMoreKeysThanStreamsHaveThem() throws Exception {
    AccessStory.of(AccessStory.closed(story)).erased(policy, AccessStory.keys(1, 2), 3, 0);
    finds(story, Rule.ERASURE_COUNT);
  }

  @Test
  void itOpensNothingWithoutAKey() throws Exception {
    AccessStory.of(AccessStory.closed(story)).erased(policy, AccessStory.keys(), 1, 0);
    finds(story, Rule.ERASURE_COUNT);
  }

  @Test
  void itDestroysNoMoreThanTheEntriesCommitTo() throws Exception {
    AccessStory.of(AccessStory.closed(story)).erased(policy, AccessStory.keys(1), 1_000, 0);
    finds(story, Rule.ERASURE_COUNT);
  }

  @Test
  void itCountsEveryDocumentOfTheRequest() throws Exception {
    RequestStory request = AccessStory.closed(story);
    request.add("document.attached.v1", Payloads.attached(new UUID(0x4000L, 1L << 63 | 5)));
    AccessStory.of(request).erased(policy, AccessStory.keys(1), 1, 0);
    finds(story, Rule.ERASURE_COUNT);
  }

  @Test
  void anUnknownTypeMayHaveBeenADocument() throws Exception {
    RequestStory request = AccessStory.closed(story);
    request.add("document.attached.v9", "{}");
    AccessStory.of(request).erased(policy, AccessStory.keys(1), 1, 1);
    assertThat(sound(story).status()).isEqualTo(GradeResult.Status.NOT_CHECKED);
  }

  @Test
  void noTwoRulesApplyToOneTypeOfCaseOnOneDay() throws Exception {
    String first = AccessStory.row("first", "2026-01-01", "2026-06-30", 30, null);
    String civil = AccessStory.row("civil", "2026-07-01", null, 30, Payloads.codes("CIVIL"));
    String crime = AccessStory.row("crime", "2026-07-01", null, 30, AccessStory.CRIMINAL);
    adopted(story, first, civil, crime);
    passes(story);
    adopted(
        story, civil, first, AccessStory.row("day", "2026-06-30", null, 1, AccessStory.CRIMINAL));
    assertThat(finds(story, Rule.RETENTION_OVERLAP).found()).isEqualTo("first and day");
  }
}
