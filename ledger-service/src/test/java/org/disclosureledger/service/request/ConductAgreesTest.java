package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.Story.Person;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestEvents;
import org.disclosureledger.verifier.conduct.Conduct;
import org.disclosureledger.verifier.conduct.Place;
import org.junit.jupiter.api.Test;

/**
 * Whatever the service allows, the verifier's own rules find nothing in: two implementations of the
 * same rules, written apart. What both must refuse stands in the verifier's tests and vectors.
 */
class ConductAgreesTest {
  private static final int WALKS = 200;
  private static final int STEPS = 60;
  private static final int TRIES = 40;
  private static final List<EventBinding> BINDINGS = new RequestEvents().bindings();
  private static final Instant BEFORE = RequestDraft.T0.minus(Duration.ofDays(2));

  @Test
  void noWalkThatTheServiceAllowsIsFoundByTheVerifier() {
    long seed = Long.getLong("walk.seed", System.nanoTime());
    System.out.println("walk.seed=" + seed);
    long entries = 0;
    for (int walk = 0; walk < WALKS; walk++) {
      Ledger ledger = new Ledger();
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
    Ledger ledger = new Ledger();
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

  private static void both(Ledger ledger, Walker walker, ActKind act, RequestCommand prepare) {
    ledger.give(walker, Story.LINH, prepare);
    OpenAct open = Objects.requireNonNull(walker.state().open());
    ledger.give(walker, Story.MINH, PlainCommands.approve(act, open.prepared()));
  }

  private static void walk(Ledger ledger, Random random, boolean secret) {
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

  private static void timer(Ledger ledger, Walker walker) {
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

  /** Entries as the verifier reads them, one leaf after the other. */
  private static final class Ledger {
    final List<String> findings = new ArrayList<>();
    final Conduct conduct =
        new Conduct((place, rule, expected, found) ->
            findings.add(
                "%s at %d: expected %s, found %s"
                    .formatted(rule.id(), place.leaf(), expected, found)));
    private final Map<String, Long> sequences = new HashMap<>();
    long leaf;

    /** A policy, the agency that asks and one that ended, and another request. */
    void begin() {
      Actor admin = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_00F1L));
      plain(Story.id(99), "policy", "policy.adopted", admin, json(StatutoryRows.read()));
      String agency =
          "{\"code\":\"%s\",\"kind\":\"COURT\",\"nameVi\":\"Mẫu\",\"nameEn\":\"Sample\","
              + "\"validFrom\":\"2020-01-01\"%s}";
      String asks = subject(RequestDraft.AGENCY);
      plain(id(1), asks, "agency.registered", admin, agency.formatted(RequestDraft.AGENCY, ""));
      String contact = "{\"contact\":\"%s\",\"channel\":\"TELEPHONE\"}";
      plain(id(2), asks, "contact.verified", admin, contact.formatted(TestCircumstances.CONTACT));
      plain(
          id(3),
          subject(TestCircumstances.ENDED),
          "agency.registered",
          admin,
          agency.formatted(TestCircumstances.ENDED, ",\"validUntil\":\"2025-02-28\""));
      RecordRequest other =
          RequestDraft.with(draft -> {
            draft.receivedAt = BEFORE.minus(Duration.ofHours(1));
            draft.documentDate = null;
          });
      List<UUID> ids = new ArrayList<>(List.of(id(4), id(5), id(6), id(7)));
      CommandContext context =
          new CommandContext(
              "demo", Story.LINH.actor(), Story.LINH.role(), BEFORE, ids::removeFirst, null);
      DataRequest.decide(RequestState.EMPTY, other, context, TestCircumstances.WORLD)
          .forEach(event -> tell("request/" + TestCircumstances.OTHER, event, context));
    }

    boolean tried(Walker walker, Person person, RequestCommand command) {
      try {
        give(walker, person, command);
        return true;
      } catch (CommandRefused refused) {
        return false;
      }
    }

    void give(Walker walker, Person person, RequestCommand command) {
      Instant now = walker.now();
      List<ProposedEvent<RequestEvent>> events = walker.give(person, command);
      CommandContext context =
          new CommandContext("demo", person.actor(), person.role(), now, UUID::randomUUID, null);
      events.forEach(event -> tell("request/" + RequestDraft.ID, event, context));
    }

    private void tell(String subject, ProposedEvent<RequestEvent> event, CommandContext context) {
      String type =
          BINDINGS.stream()
              .filter(binding -> binding.payload() == event.event().getClass())
              .findFirst()
              .orElseThrow()
              .type();
      entry(
          event.id(),
          subject,
          type,
          event.actor(context),
          event.role(context),
          event.time(),
          context.now(),
          json(event.event()));
    }

    private void plain(UUID id, String subject, String name, Actor actor, String data) {
      String type = "org.disclosureledger." + name + ".v1";
      entry(id, subject, type, actor, ActorRole.ADMIN, BEFORE, BEFORE, data);
    }

    private void entry(
        UUID id,
        String subject,
        String type,
        Actor actor,
        ActorRole role,
        Instant time,
        Instant recorded,
        String data) {
      long sequence = sequences.merge(subject, 1L, Long::sum) - 1;
      conduct.entry(
          new Place(leaf++, "", 0),
          new EntryPayload(
              id,
              new Origin("ledger.example/walk"),
              type,
              new StreamId(subject),
              time,
              recorded,
              sequence,
              LeafHash.ZERO,
              actor,
              role,
              null,
              null,
              "https://disclosureledger.example/events/any",
              data.getBytes(StandardCharsets.UTF_8)),
          0,
          true);
    }

    private static String json(Object value) {
      return EventJson.MAPPER.writeValueAsString(value);
    }

    private static UUID id(int number) {
      return new UUID(0x01980000_0000_7000L, 0x8000_0000_0009_0000L + number);
    }

    private static String subject(String code) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        return "agency/" + HexFormat.of().formatHex(digest).substring(0, 32);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
