package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.EntryPayload;
import org.junit.jupiter.api.Test;

/** Legal walks are never accused; one step of a legal walk done wrongly is always found. */
class RandomConductTest {
  private static final int WALKS = 50;
  private static final int REQUESTS = 4;
  private static final Pattern PREPARED = Pattern.compile("\"prepared\":\"([^\"]+)\"");
  private static final Pattern COUNT = Pattern.compile("\"recordCount\":[0-9]+");
  private static final Pattern DUE = Pattern.compile("(\"due\":\"[^\"]*)([0-9])Z\"");
  private static final Pattern VALUE =
      Pattern.compile("\"[A-Za-z]+\":(\"[^\"]*\"|[0-9]+|true|false|\\[[0-9,]*\\])");
  private static final List<String> OTHER_VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "9007199254740991",
          "\"x\"",
          "\"9999-12-31T23:59:59.999Z\"",
          "\"0000-01-01T00:00:00.000Z\"",
          "[]",
          "{}",
          "[{}]",
          "[1,1]",
          "[null]");
  private static final Pattern PART = Pattern.compile("\"part\":[0-9]+");

  /** One step done wrongly, or left out. */
  private record Mutation(String name, Predicate<Step> suits, Change change) {}

  private interface Change {
    void of(List<Step> steps, int at);
  }

  private static final List<Mutation> MUTATIONS =
      List.of(
          new Mutation("approval dropped", RandomConductTest::isApproval, List::remove),
          new Mutation("decision dropped", RandomConductTest::isDecision, List::remove),
          new Mutation(
              "act not prepared", step -> step.type().contains(".prepared."), List::remove),
          new Mutation("due time dropped", step -> step.is("deadline.set"), List::remove),
          new Mutation("recording dropped", step -> step.is("request.recorded"), List::remove),
          new Mutation(
              "one person",
              RandomConductTest::isDecision,
              (steps, at) -> {
                Person first = steps.get(firstOf(steps, at)).who();
                change(steps, at, step -> step.by(first.as(ActorRole.APPROVER)));
              }),
          new Mutation(
              "no approver",
              RandomConductTest::isDecision,
              (steps, at) -> change(steps, at, step -> step.by(step.who().as(ActorRole.LEGAL)))),
          new Mutation(
              "decided by the system",
              RandomConductTest::isDecision,
              (steps, at) -> change(steps, at, step -> step.by(Person.TIMER))),
          new Mutation(
              "count enlarged",
              step -> step.is("delivery.dispatched"),
              (steps, at) -> replace(steps, firstOf(steps, at), COUNT, "\"recordCount\":101000")),
          new Mutation(
              "part renumbered",
              step -> step.is("delivery.dispatched"),
              (steps, at) -> replace(steps, firstOf(steps, at), PART, "\"part\":99")),
          new Mutation(
              "due time moved",
              step -> step.is("deadline.set"),
              (steps, at) -> change(steps, at, RandomConductTest::moved)),
          new Mutation(
              "closed early",
              step -> step.is("authority.verified"),
              (steps, at) -> {
                Step verified = steps.get(at);
                steps.add(
                    at,
                    new Step(
                        new UUID(0x0199_0000_0000_7000L, 1L << 63),
                        verified.subject(),
                        Person.LAN,
                        "request.closed.v1",
                        verified.recorded(),
                        Payloads.reason()));
              }));

  private static boolean isApproval(Step step) {
    return step.type().contains(".approved.") || step.is("delivery.dispatched");
  }

  private static boolean isDecision(Step step) {
    return isApproval(step) || step.type().contains(".returned.");
  }

  private interface Edit {
    Step of(Step step);
  }

  private static void change(List<Step> steps, int at, Edit edit) {
    steps.set(at, edit.of(steps.get(at)));
  }

  private static void replace(List<Step> steps, int at, Pattern pattern, String by) {
    change(steps, at, step -> step.saying(pattern.matcher(step.data()).replaceFirst(by)));
  }

  private static Step moved(Step step) {
    Matcher due = DUE.matcher(step.data());
    assertThat(due.find()).isTrue();
    int digit = (Integer.parseInt(due.group(2)) + 1) % 10;
    return step.saying(due.replaceFirst("$1" + digit + "Z\""));
  }

  /** Where what this step decides on was prepared. */
  private static int firstOf(List<Step> steps, int decision) {
    Matcher prepared = PREPARED.matcher(steps.get(decision).data());
    assertThat(prepared.find()).isTrue();
    int at = 0;
    while (!steps.get(at).id().toString().equals(prepared.group(1))) {
      at++;
    }
    return at;
  }

  private static List<String> breaches(List<Step> steps) {
    List<String> found = new ArrayList<>();
    Breaches told =
        (place, rule, expected, actual) ->
            found.add(
                "leaf %d %s: expected %s, found %s"
                    .formatted(place.leaf(), rule.id(), expected, actual));
    assertThat(judged(steps, told).unchecked()).isZero();
    return found;
  }

  private static Tally judged(List<Step> steps, Breaches breaches) {
    Conduct conduct = new Conduct(breaches);
    long leaf = 1;
    for (EntryPayload payload : Step.payloads(steps)) {
      conduct.entry(new Place(leaf++, "", 0), payload, 0, true);
    }
    conduct.end();
    return conduct.tally();
  }

  /** The same JSON with one value replaced by one that its schema would not let pass. */
  private static String spoiled(String data, Random random) {
    List<MatchResult> values = VALUE.matcher(data).results().toList();
    if (values.isEmpty()) {
      return data;
    }
    MatchResult value = values.get(random.nextInt(values.size()));
    String other = OTHER_VALUES.get(random.nextInt(OTHER_VALUES.size()));
    return data.substring(0, value.start(1)) + other + data.substring(value.end(1));
  }

  @Test
  void dataThatFitsNoSchemaNeverThrows() {
    long seed = System.nanoTime();
    System.out.println("RandomConductTest seed " + seed);
    Random random = new Random(seed);
    long unchecked = 0;
    for (int walk = 0; walk < WALKS; walk++) {
      List<Step> spoiled = new ArrayList<>(LegalWalk.of(random, REQUESTS));
      for (int i = 0; i < spoiled.size(); i++) {
        if (random.nextInt(20) == 0) {
          change(spoiled, i, step -> step.saying(spoiled(step.data(), random)));
        }
      }
      unchecked += judged(spoiled, (place, rule, expected, found) -> {}).unchecked();
    }
    assertThat(unchecked).as("seed %d", seed).isPositive();
  }

  @Test
  void endlessHoursOfAPolicyAreNoDueTime() {
    List<Step> steps = new ArrayList<>(LegalWalk.of(new Random(1), REQUESTS));
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).is("policy.adopted")) {
        change(
            steps,
            i,
            step -> step.saying(step.data().replaceAll("(\"hours\":)[0-9]+", "$1" + (1L << 53))));
        assertThat(steps.get(i).data()).contains("9007199254740992");
      }
    }
    assertThat(judged(steps, (place, rule, expected, found) -> {}).unchecked()).isPositive();
  }

  @Test
  void noLegalWalkIsAccusedAndNoMutationIsMissed() {
    long seed = System.nanoTime();
    System.out.println("RandomConductTest seed " + seed);
    Random random = new Random(seed);
    for (int walk = 0; walk < WALKS; walk++) {
      List<Step> legal = LegalWalk.of(random, REQUESTS);
      assertThat(breaches(legal)).as("seed %d, walk %d", seed, walk).isEmpty();
      for (Mutation mutation : MUTATIONS) {
        List<Integer> suitable = new ArrayList<>();
        for (int i = 0; i < legal.size(); i++) {
          if (mutation.suits().test(legal.get(i))) {
            suitable.add(i);
          }
        }
        if (!suitable.isEmpty()) {
          int at = suitable.get(random.nextInt(suitable.size()));
          List<Step> mutated = new ArrayList<>(legal);
          mutation.change().of(mutated, at);
          assertThat(breaches(mutated))
              .as("seed %d, walk %d, %s, leaf %d", seed, walk, mutation.name(), at + 1)
              .isNotEmpty();
        }
      }
    }
  }
}
