package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.disclosureledger.service.request.Story.Person;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.junit.jupiter.api.Test;

/**
 * Whatever the service allows, the verifier's own rules find nothing in: two implementations of the
 * same rules, written apart. What both must refuse stands in the verifier's tests and vectors.
 */
class ConductAgreesTest {
  private static final int WALKS = 200;
  private static final int STEPS = 60;
  private static final int TRIES = 40;

  @Test
  void noWalkThatTheServiceAllowsIsFoundByTheVerifier() {
    long seed = Long.getLong("walk.seed", System.nanoTime());
    System.out.println("walk.seed=" + seed);
    long entries = 0;
    for (int walk = 0; walk < WALKS; walk++) {
      ConductLedger ledger = new ConductLedger();
      ledger.begin();
      walk(ledger, new Random(seed + walk), walk % 4 == 0);
      ledger.conduct.end();
      assertThat(ledger.findings).as("walk %d of walk.seed=%d", walk, seed).isEmpty();
      assertThat(ledger.conduct.tally().unchecked()).as("not checked in walk " + walk).isZero();
      entries += ledger.leaf;
    }
    assertThat(entries).as("the walks went somewhere").isGreaterThan(WALKS * 20L);
  }

  @Test
  void actsAboutAsManyItemsAsThereCanBeAreFoundSound() {
    ConductLedger ledger = new ConductLedger();
    ledger.begin();
    Walker walker = new Walker(false);
    ledger.give(walker, Story.LINH, LongActs.record(LongActs.MOST));
    ledger.give(walker, Story.LINH, PlainCommands.callBack(VerificationOutcome.VERIFIED));
    long before = ledger.leaf;
    both(ledger, walker, ActKind.EMERGENCY, LongActs.hasten(LongActs.MOST));
    both(ledger, walker, ActKind.DELIVERY, LongActs.deliver(LongActs.MOST));
    ledger.give(walker, Story.LINH, PlainCommands.reopen(1, 500));
    ledger.give(walker, Story.LINH, PlainCommands.callBack(VerificationOutcome.VERIFIED));
    ledger.give(walker, Story.LINH, Story.refuse());
    ledger.conduct.end();
    assertThat(ledger.findings).isEmpty();
    assertThat(ledger.conduct.tally().unchecked()).isZero();
    assertThat(ledger.leaf - before).as("entries of the acts").isGreaterThan(3 + 2 + 4);
  }

  private static void both(
      ConductLedger ledger, Walker walker, ActKind act, RequestCommand prepare) {
    ledger.give(walker, Story.LINH, prepare);
    OpenAct open = Objects.requireNonNull(walker.state().open());
    ledger.give(walker, Story.MINH, PlainCommands.approve(act, open.prepared()));
  }

  private static void walk(ConductLedger ledger, Random random, boolean secret) {
    Walker walker = new Walker(secret);
    RandomCommands commands = new RandomCommands(random, walker);
    ledger.give(walker, Story.LINH, RandomCommands.first(random, secret));
    for (int step = 0; step < STEPS; step++) {
      if (random.nextInt(30) == 0) {
        walker.pass(Duration.ofHours(random.nextInt(20)));
      }
      if (random.nextBoolean()) {
        timer(ledger, walker);
      }
      boolean done = false;
      for (int i = 0; i < TRIES && !done; i++) {
        RequestCommand command = commands.any();
        done = ledger.tried(walker, person(random, command), command);
      }
      // Never later than this: at times a command comes before it, as after an outage.
      timer(ledger, walker);
    }
  }

  private static void timer(ConductLedger ledger, Walker walker) {
    Confirmation paper = walker.state().confirmation();
    if (paper.deadline() != null
        && paper.confirmBy() != null
        && walker.now().isAfter(paper.confirmBy())) {
      ledger.tried(walker, Story.TIMER, new MissWriting(RequestDraft.ID, paper.deadline()));
    }
  }

  private static Person person(Random random, RequestCommand command) {
    return switch (command) {
      case IssueReminder unused -> Story.TUAN;
      case MissWriting unused -> Story.TIMER;
      default -> List.of(Story.LINH, Story.MINH, Story.HOA).get(random.nextInt(3));
    };
  }
}
