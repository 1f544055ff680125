package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.request.Story.Person;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.DeliveryListed;
import org.disclosureledger.service.request.event.ItemsListed;
import org.disclosureledger.service.request.event.RequestEvents;
import org.disclosureledger.service.request.event.ScopeListed;
import org.junit.jupiter.api.Test;

/** Walks over all commands: {@link Watch} looks at every step. */
class RandomWalkTest {
  private static final int WALKS = 1_000;
  private static final int STEPS = 60;
  private static final int ATTEMPTS = 40;

  @Test
  void noWalkBreaksARuleOrLeadsWhereARequestCannotBeClosed() {
    long seed = Long.getLong("walk.seed", System.nanoTime());
    System.out.println("walk.seed=" + seed);
    Set<RequestStatus> statuses = EnumSet.noneOf(RequestStatus.class);
    Set<Class<?>> events = new HashSet<>();
    Random random = new Random(seed);
    for (int walk = 0; walk < WALKS; walk++) {
      try {
        walk(random, walk % 4 == 0, statuses, events);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "walk " + walk + " of walk.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
    assertThat(statuses).as("seed " + seed).containsExactlyInAnyOrder(RequestStatus.values());
    Set<Class<?>> all = new HashSet<>();
    new RequestEvents().bindings().stream().map(EventBinding::payload).forEach(all::add);
    // Three items are never too many for one entry.
    all.removeAll(Set.of(ItemsListed.class, ScopeListed.class, DeliveryListed.class));
    assertThat(events).as("seed " + seed).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void theSameSeedWalksTheSameWay() {
    Walker one = walk(new Random(7), false, new HashSet<>(), new HashSet<>());
    Walker other = walk(new Random(7), false, new HashSet<>(), new HashSet<>());
    assertThat(one.state()).isEqualTo(other.state());
  }

  private static Walker walk(
      Random random, boolean secret, Set<RequestStatus> statuses, Set<Class<?>> events) {
    Walker walker = new Walker(secret);
    RandomCommands commands = new RandomCommands(random, walker);
    walker
        .give(Story.LINH, RandomCommands.first(random, secret))
        .forEach(event -> events.add(event.event().getClass()));
    for (int step = 0; step < STEPS; step++) {
      step(random, walker, commands, events);
      statuses.add(walker.state().status());
      // Where this path goes on, some command succeeds.
      Walker straight = walker.copy();
      straight.closeByThePlainPath();
      assertThat(straight.state().status()).isEqualTo(RequestStatus.CLOSED);
    }
    return walker;
  }

  private static void step(
      Random random, Walker walker, RandomCommands commands, Set<Class<?>> events) {
    if (random.nextInt(30) == 0) {
      walker.pass(Duration.ofHours(random.nextInt(20)));
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        RequestCommand command = commands.any();
        walker
            .give(person(random, command), command)
            .forEach(event -> events.add(event.event().getClass()));
        return;
      } catch (CommandRefused refused) {
        assertThat(refused.rule()).isInstanceOf(RequestRule.class);
      }
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
