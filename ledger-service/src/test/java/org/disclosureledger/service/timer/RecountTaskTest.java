package org.disclosureledger.service.timer;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.service.deadline.DeadlineRule;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.LedgerCorrupted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far the requests of a ledger are counted again. */
class RecountTaskTest extends RecountTaskDatabase {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, RecountTask.BATCH, RecountTask.BATCH + 1, 3 * RecountTask.BATCH})
  void everyOpenRequestIsCountedAgainOnce(int count) {
    opened(count);
    UUID adoption = adopted();
    runAll();
    assertThat(asked).containsExactlyElementsOf(open);
    assertThat(tasks(Recount.TASK)).isEmpty();
    assertThat(tasks(Recount.DONE))
        .singleElement()
        .satisfies(done -> {
          assertThat(done.adoption()).isEqualTo(adoption);
          assertThat(done.counted()).isEqualTo(count);
          assertThat(done.moved()).isEqualTo(count);
          assertThat(done.kept()).isZero();
        });
  }

  @Test
  void aBatchIsNoLongerThanItMayBe() {
    opened(3 * RecountTask.BATCH);
    adopted();
    scheduler.runAnyDueExecutions();
    assertThat(asked).hasSize(RecountTask.BATCH);
    assertThat(tasks(Recount.TASK))
        .singleElement()
        .satisfies(next -> assertThat(next.last()).isEqualTo(request(RecountTask.BATCH)));
  }

  @Test
  void aBatchThatWasCutOffIsDoneAgainAndMovesNothingTwice() {
    opened(10);
    adopted();
    fails = request(6);
    scheduler.runAnyDueExecutions();
    assertThat(moved).hasSize(5);
    fails = null;
    runAll();
    assertThat(moved).containsExactlyElementsOf(open);
    assertThat(tasks(Recount.DONE)).singleElement().extracting(Recount::counted).isEqualTo(10L);
  }

  @Test
  void whatIsAnsweredClosedErasedOrUnmovedIsNoFailure() {
    List<RequestRule> rules =
        List.of(
            RequestRule.DUE_UNCHANGED,
            RequestRule.NO_OPEN_ITEM,
            RequestRule.REQUEST_CLOSED,
            RequestRule.REOPENING_FIRST,
            RequestRule.PERSONAL_DATA_ERASED);
    opened(rules.size() + 1);
    for (int i = 0; i < rules.size(); i++) {
      says.put(request(i + 1), new CommandRefused(rules.get(i), "says the test"));
    }
    adopted();
    runAll();
    assertThat(moved).containsExactly(request(rules.size() + 1));
    assertThat(tasks(Recount.DONE)).singleElement().extracting(Recount::kept).isEqualTo(0L);
  }

  /** The others are not held up by it, and the administrator is told how many. */
  @Test
  void whatCannotBeCountedKeepsItsDueTimeAndIsTold() {
    opened(5);
    says.put(request(1), new CommandRefused(DeadlineRule.CALENDAR_TOO_SHORT, "says the test"));
    says.put(request(2), new CommandRefused(DeadlineRule.CALENDAR_MISSING, "says the test"));
    says.put(request(3), new CommandRefused(RequestRule.STREAM_UNREADABLE, "says the test"));
    says.put(request(4), new LedgerCorrupted("says the test"));
    adopted();
    runAll();
    assertThat(moved).containsExactly(request(5));
    assertThat(tasks(Recount.DONE))
        .singleElement()
        .satisfies(done -> {
          assertThat(done.counted()).isEqualTo(5);
          assertThat(done.kept()).isEqualTo(4);
        });
  }

  @Test
  void whoIsBusyIsAskedAgain() {
    opened(1);
    says.put(request(1), new AppendRefused(AppendRefused.Rule.BUSY, "says the test"));
    adopted();
    scheduler.runAnyDueExecutions();
    assertThat(tasks(Recount.TASK)).hasSize(1);
    assertThat(refused.count()).isZero();
    says.clear();
    runAll();
    assertThat(moved).containsExactly(request(1));
  }

  @Test
  void whatMovedBeforeTheLedgerWasBusyCountsAsMoved() {
    opened(5);
    says.put(request(4), new AppendRefused(AppendRefused.Rule.BUSY, "says the test"));
    adopted();
    scheduler.runAnyDueExecutions();
    later();
    assertThat(moved).hasSize(3);
    says.clear();
    runAll();
    assertThat(moved).containsExactlyElementsOf(open);
    assertThat(tasks(Recount.DONE)).singleElement().extracting(Recount::moved).isEqualTo(5L);
  }

  @Test
  void itWaitsForTheRequestsRecordedJustBefore() {
    opened(1);
    applied = -1;
    adopted();
    scheduler.runAnyDueExecutions();
    assertThat(asked).isEmpty();
    assertThat(tasks(Recount.TASK)).hasSize(1);
    applied = 0;
    runAll();
    assertThat(asked).hasSize(1);
  }

  @Test
  void anAdoptionThatAnotherReplacedIsLeftToThatOne() {
    opened(1);
    adopted();
    UUID last = adopted();
    UUID policy = adopted("policy", ADMIN, StatutoryRows.read());
    runAll();
    assertThat(tasks(Recount.DONE))
        .extracting(Recount::adoption)
        .containsExactlyInAnyOrder(last, policy);
  }

  @Test
  void theShippedPolicyCountsNothingAgain() {
    opened(1);
    adopted("policy", Actor.SYSTEM, StatutoryRows.read());
    assertThat(tasks(Recount.TASK)).isEmpty();
  }

  @Test
  void aTaskOfAnUnknownFormIsDropped() {
    scheduler.scheduleIfNotExists(new TaskInstance<>(Recount.TASK, "demo/1/2/3"), NOW);
    scheduler.runAnyDueExecutions();
    assertThat(asked).isEmpty();
    assertThat(database.client().sql("SELECT count(*) FROM " + TABLE).query(Long.class).single())
        .isZero();
  }

  @Test
  void whatCameOfItIsForgottenAfterAWhile() {
    adopted();
    runAll();
    assertThat(tasks(Recount.DONE)).hasSize(1);
    clock.set(clock.now().plus(Duration.ofDays(91)));
    scheduler.runAnyDueExecutions();
    assertThat(tasks(Recount.DONE)).isEmpty();
  }
}
