package org.disclosureledger.service.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.deadline.DeadlineRule;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.sealing.AppendRefused;
import org.junit.jupiter.api.Test;

/** One request that fails while the others are counted again. */
class LateRecountTaskTest extends RecountTaskDatabase {
  /** Nor any other: it is tried again by itself, and somebody is told when it stays so. */
  @Test
  void whatNobodyForesawHoldsUpNoOther() {
    opened(4);
    says.put(request(1), new CommandRefused(RequestRule.ROLE_NOT_ALLOWED, "says the test"));
    says.put(request(2), new AppendRefused(AppendRefused.Rule.ENTRY_TOO_LARGE, "says the test"));
    says.put(request(3), new IllegalStateException("says the test"));
    adopted();
    scheduler.runAnyDueExecutions();
    assertThat(moved).containsExactly(request(4));
    assertThat(tasks(Recount.DONE))
        .singleElement()
        .satisfies(done -> assertThat(done.counted()).isEqualTo(4));
    assertThat(late(LateRecount.TASK))
        .extracting(LateRecount::request)
        .containsExactlyInAnyOrder(request(1), request(2), request(3));
    assertThat(refused.count()).isZero();
  }

  @Test
  void whatFailedIsTriedAgainUntilItIsCounted() {
    opened(2);
    says.put(request(1), new IllegalStateException("says the test"));
    adopted();
    for (int i = 0; i < LateRecountTask.TOLD_AFTER - 1; i++) {
      later();
    }
    assertThat(told).isEmpty();
    says.remove(request(1));
    runAll();
    assertThat(moved).containsExactly(request(2), request(1));
    assertThat(told).isEmpty();
    assertThat(late(LateRecount.DONE))
        .singleElement()
        .extracting(LateRecount::outcome)
        .isEqualTo(RecountOne.Outcome.MOVED);
  }

  @Test
  void somebodyIsToldOfWhatStaysOnceAndItIsTriedOn() {
    opened(2);
    says.put(request(1), new IllegalStateException("says the test"));
    UUID adoption = adopted();
    scheduler.runAnyDueExecutions();
    int tries = 0;
    while (told.isEmpty() && tries < 100) {
      later();
      tries = Collections.frequency(asked, request(1)) - 1;
    }
    assertThat(tries).as("besides the batch's own").isEqualTo(LateRecountTask.TOLD_AFTER);
    later();
    later();
    assertThat(told).containsExactly(request(1) + " " + adoption);
    assertThat(refused.count()).isOne();
    says.remove(request(1));
    runAll();
    assertThat(moved).containsExactly(request(2), request(1));
  }

  @Test
  void whatStaysForADayIsLeftAsItIs() {
    opened(2);
    says.put(request(1), new IllegalStateException("says the test"));
    adopted();
    for (int i = 0; i < 2 * LateRecountTask.MOST_TRIES && late(LateRecount.DONE).isEmpty(); i++) {
      later();
    }
    assertThat(Collections.frequency(asked, request(1))).isEqualTo(LateRecountTask.MOST_TRIES + 1);
    assertThat(late(LateRecount.DONE))
        .singleElement()
        .extracting(LateRecount::outcome)
        .isEqualTo(RecountOne.Outcome.KEPT);
    assertThat(late(LateRecount.TASK)).isEmpty();
  }

  /** It says nothing about the request, however long it is so. */
  @Test
  void aLedgerThatTakesNothingForALongTimeIsNoFailureOfTheRequest() {
    opened(2);
    says.put(request(1), new IllegalStateException("says the test"));
    adopted();
    scheduler.runAnyDueExecutions();
    says.put(request(1), new AppendRefused(AppendRefused.Rule.BUSY, "says the test"));
    for (int i = 0; i < LateRecountTask.MOST_TRIES + 1; i++) {
      later();
    }
    assertThat(told).isEmpty();
    assertThat(refused.count()).isZero();
    assertThat(late(LateRecount.TASK)).extracting(LateRecount::request).containsExactly(request(1));
    says.remove(request(1));
    runAll();
    assertThat(moved).containsExactly(request(2), request(1));
  }

  @Test
  void aLedgerThatIsBusyNowAndThenHidesNoRequestThatAlwaysFails() {
    opened(2);
    UUID adoption = adopted();
    RuntimeException failure = new IllegalStateException("says the test");
    RuntimeException busy = new AppendRefused(AppendRefused.Rule.BUSY, "says the test");
    says.put(request(1), failure);
    scheduler.runAnyDueExecutions();
    for (int i = 0; i < 2 * LateRecountTask.TOLD_AFTER; i++) {
      says.put(request(1), i % 2 == 0 ? busy : failure);
      later();
    }
    assertThat(told).containsExactly(request(1) + " " + adoption);
  }

  @Test
  void whereNobodyCanBeToldTheAlarmIsRaisedAndWhatStaysIsToldLater() {
    opened(2);
    says.put(request(1), new IllegalStateException("says the test"));
    UUID adoption = adopted();
    untold = true;
    for (int i = 0; i < LateRecountTask.TOLD_AFTER + 2; i++) {
      later();
    }
    assertThat(refused.count()).isOne();
    assertThat(told).isEmpty();
    untold = false;
    later();
    assertThat(told).containsExactly(request(1) + " " + adoption);
    assertThat(refused.count()).isOne();
  }

  @Test
  void whereNobodyCanBeToldItIsLeftAfterADayToo() {
    opened(2);
    says.put(request(1), new IllegalStateException("says the test"));
    adopted();
    untold = true;
    for (int i = 0; i < 2 * LateRecountTask.MOST_TRIES && late(LateRecount.DONE).isEmpty(); i++) {
      later();
    }
    assertThat(late(LateRecount.DONE)).hasSize(1);
    assertThat(late(LateRecount.TASK)).isEmpty();
    assertThat(Collections.frequency(asked, request(1))).isEqualTo(LateRecountTask.MOST_TRIES + 1);
  }

  @Test
  void anotherAdoptionCountsWhatFailedToo() {
    opened(2);
    says.put(request(1), new IllegalStateException("says the test"));
    adopted();
    scheduler.runAnyDueExecutions();
    says.clear();
    UUID last = adopted();
    runAll();
    assertThat(late(LateRecount.DONE)).isEmpty();
    assertThat(moved).contains(request(1));
    assertThat(tasks(Recount.DONE)).extracting(Recount::adoption).contains(last);
  }

  /** Then it is no matter of one request; but not for good. */
  @Test
  void whereAllFailTheBatchIsTriedAgainAndThenEachByItself() {
    opened(3);
    for (UUID request : open) {
      says.put(request, new IllegalStateException("says the test"));
    }
    adopted();
    for (int i = 0; i < RecountTask.OUTAGE; i++) {
      later();
      assertThat(late(LateRecount.TASK)).as("after " + (i + 1) + " tries").isEmpty();
    }
    later();
    assertThat(late(LateRecount.TASK)).hasSize(3);
    says.clear();
    runAll();
    assertThat(moved).containsExactlyInAnyOrderElementsOf(open);
  }

  @Test
  void aConflictIsTriedAgain() {
    opened(1);
    says.put(
        request(1), new AppendRefused(AppendRefused.Rule.STREAM_CONFLICT, "somebody was faster"));
    adopted();
    scheduler.runAnyDueExecutions();
    assertThat(late(LateRecount.TASK)).hasSize(1);
    says.clear();
    runAll();
    assertThat(moved).containsExactly(request(1));
  }

  /** What an administrator sees: with what was counted by itself, and not finished before. */
  @Test
  void whatComesOfItIsToldWithTheRest() {
    opened(3);
    says.put(request(1), new IllegalStateException("says the test"));
    says.put(request(2), new CommandRefused(DeadlineRule.CALENDAR_TOO_SHORT, "says the test"));
    UUID adoption = adopted();
    scheduler.runAnyDueExecutions();
    assertThat(recounts()).containsExactly(new Recounts.Progress(adoption, 3, 1, 1, false));
    says.remove(request(1));
    runAll();
    assertThat(recounts()).containsExactly(new Recounts.Progress(adoption, 3, 2, 1, true));
  }

  private List<Recounts.Progress> recounts() {
    database.client().sql("SET search_path TO tasks, public").update();
    try {
      return new Recounts(database.writer()).of(LEDGER);
    } finally {
      database.client().sql("RESET search_path").update();
    }
  }
}
