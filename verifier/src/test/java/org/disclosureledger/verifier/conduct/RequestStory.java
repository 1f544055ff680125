package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.id;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.Payloads.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stream of one request. */
final class RequestStory {
  static final String BOTH = Payloads.ordinals(1, 2);

  final Story story;
  final String subject;
  private @Nullable UUID recording;

  RequestStory(Story story, String subject) {
    this.story = story;
    this.subject = subject;
  }

  UUID by(Person who, String type, String data) {
    return story.add(subject, who, type, data);
  }

  /** By a legal officer. */
  UUID add(String type, String data) {
    return by(Person.LAN, type, data);
  }

  /** The id in the stream's name. */
  UUID number() {
    return UUID.fromString(subject.substring(subject.indexOf('/') + 1));
  }

  /** request.recorded alone. */
  UUID record(Demand demand) {
    recording = add("request.recorded.v" + demand.version, demand.json());
    return recording;
  }

  /** The id of request.recorded. */
  UUID recording() {
    return Objects.requireNonNull(recording);
  }

  /** Recorded, with its due time of 24 h by the policy at leaf 1. */
  RequestStory recorded() {
    return recorded(Demand.ordinary(story.now()));
  }

  RequestStory recorded(Demand demand) {
    record(demand);
    due("ordinary", demand.receivedAt, 24);
    return this;
  }

  /** An emergency by telephone with both of its due times; gives the id of the second. */
  UUID recordedOrally() {
    Demand demand = Demand.oral(story.now());
    record(demand);
    due("emergency", demand.receivedAt, 3);
    return confirmBy("confirm", demand.receivedAt, 24);
  }

  UUID policyAtLeaf1() {
    return new UUID(0x0198_0000_0000_7000L | 1L << 16, 0x8000_0000_0000_0001L);
  }

  UUID due(String row, Instant receivedAt, int hours) {
    return byPolicy("ANSWER", "RECORDING", row, 1, receivedAt, hours);
  }

  UUID confirmBy(String row, Instant receivedAt, int hours) {
    return byPolicy("CONFIRM_IN_WRITING", "RECORDING", row, 1, receivedAt, hours);
  }

  /** The first version of an answer's due time, of 24 h by the policy at leaf 1. */
  UUID firstDue(Instant receivedAt) {
    return add(
        "deadline.set.v1",
        object(
            "basis",
            text("POLICY"),
            "due",
            time(receivedAt.plus(Duration.ofHours(24))),
            "policy",
            id(policyAtLeaf1()),
            "row",
            text("ordinary"),
            "item",
            "1",
            "hours",
            "24",
            "startsAt",
            time(receivedAt)));
  }

  UUID byPolicy(String purpose, String cause, String row, int item, Instant receivedAt, int hours) {
    Instant due = receivedAt.plus(Duration.ofHours(hours));
    return deadline(purpose, cause, policyAtLeaf1(), row, item, receivedAt, hours, due);
  }

  UUID deadline(
      String purpose,
      String cause,
      UUID policy,
      String row,
      int item,
      Instant startsAt,
      int hours,
      Instant due) {
    return add(
        "deadline.set.v2",
        object(
            "purpose",
            text(purpose),
            "cause",
            text(cause),
            "basis",
            text("POLICY"),
            "due",
            time(due),
            "policy",
            id(policy),
            "row",
            text(row),
            "item",
            Integer.toString(item),
            "hours",
            Integer.toString(hours),
            "startsAt",
            time(startsAt)));
  }

  /** STATED or NONE. */
  UUID deadline(String basis, @Nullable Instant due) {
    return add(
        "deadline.set.v2",
        object(
            "purpose",
            text("ANSWER"),
            "cause",
            text("RECORDING"),
            "basis",
            text(basis),
            "due",
            due == null ? null : time(due)));
  }

  UUID byDefault(String purpose, Instant startsAt, int hours, Instant due) {
    return add(
        "deadline.set.v2",
        object(
            "purpose",
            text(purpose),
            "cause",
            text("RECORDING"),
            "basis",
            text("DEFAULT"),
            "due",
            time(due),
            "hours",
            Integer.toString(hours),
            "startsAt",
            time(startsAt)));
  }

  UUID extendedTo(UUID extension, Instant due) {
    return add(
        "deadline.set.v2",
        object(
            "purpose",
            text("ANSWER"),
            "cause",
            text("EXTENSION"),
            "basis",
            text("EXTENSION"),
            "due",
            time(due),
            "extension",
            id(extension)));
  }

  RequestStory verified() {
    add("authority.verified.v1", Payloads.verified("SEAL_OR_DOCUMENT", null));
    return this;
  }

  /** A document that came with it, and what its signature was worth. */
  RequestStory signed(String outcome, String chain) {
    UUID document = new UUID(0x4000L, 0x8000_0000_0000_0d00L | story.last());
    add("document.attached.v1", Payloads.attached(document));
    add("signature.checked.v1", Payloads.signature(document, outcome, chain));
    return this;
  }

  /** The first of two people. */
  UUID prepare(String act, String data) {
    return add(act + ".prepared.v1", data);
  }

  /** The second. */
  UUID decide(String act, String how, UUID prepared) {
    boolean returned = how.equals("returned");
    String data = returned ? Payloads.returned(prepared) : Payloads.prepared(prepared);
    return by(Person.MINH, act + "." + how + ".v1", data);
  }

  /** Both of two people; gives the id of the second's event. */
  UUID both(String act, String data) {
    return decide(act, act.equals("delivery") ? "dispatched" : "approved", prepare(act, data));
  }

  /** Item 1 for both targets, at most 8 records. */
  RequestStory accepted() {
    both("acceptance", Payloads.items(Demand.scope(1, BOTH, 8)));
    return this;
  }

  /** Recorded, verified, accepted. */
  RequestStory approved() {
    return recorded().verified().accepted();
  }

  /** What the recording says put right by two people, at no cost to anybody yet. */
  RequestStory corrected(String changes) {
    both("correction", Payloads.correction(recording(), changes));
    return this;
  }

  /** A correction that so many lists go on with. */
  UUID prepareCorrection(int lists, String changes) {
    return add("correction.prepared.v2", Payloads.correction(recording(), lists, changes));
  }

  UUID cancelled() {
    return add("request.cancelled.v1", Payloads.cancelled());
  }

  UUID reopened(int... items) {
    return add("request.reopened.v1", Payloads.reopened(items));
  }

  UUID confirmed() {
    return add("writing.confirmed.v1", Payloads.confirmed());
  }

  /** By the timer. */
  UUID missed(UUID deadline, Instant by) {
    return by(Person.TIMER, "writing.missed.v1", Payloads.missed(deadline, by));
  }

  RequestStory called(UUID contact) {
    add("authority.verified.v1", Payloads.verified("CALL_BACK", contact));
    return this;
  }

  RequestStory refuted() {
    add("authority.refuted.v1", Payloads.verified("SEAL_OR_DOCUMENT", null));
    return this;
  }

  /** The agency is asked what it means; gives the id of the question. */
  UUID asked() {
    return add("clarification.asked.v1", Payloads.question());
  }

  /** So many records of item 1. */
  UUID delivered(int part, boolean last, long count) {
    return both("delivery", Payloads.delivery(Demand.part(1, part, last, BOTH, count)));
  }

  UUID closed() {
    return add("request.closed.v1", Payloads.reason());
  }
}
