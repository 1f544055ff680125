package org.disclosureledger.service.request;

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
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestEvents;
import org.disclosureledger.verifier.conduct.Conduct;
import org.disclosureledger.verifier.conduct.Place;

/** Entries as the verifier reads them, one leaf after the other. */
final class ConductLedger {
  private static final List<EventBinding> BINDINGS = new RequestEvents().bindings();
  static final Instant BEFORE = RequestDraft.T0.minus(Duration.ofDays(2));

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

  void tell(String subject, ProposedEvent<RequestEvent> event, CommandContext context) {
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
    plain(id, subject, name, actor, data, BEFORE);
  }

  void plain(UUID id, String subject, String name, Actor actor, String data, Instant at) {
    String type = "org.disclosureledger." + name + ".v1";
    entry(id, subject, type, actor, ActorRole.ADMIN, at, at, data);
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

  static String json(Object value) {
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
