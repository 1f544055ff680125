package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.id;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.Payloads.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests led by people who keep the rules, at random: each step is one that may come next. Every
 * request ends closed.
 */
final class LegalWalk {
  static final UUID CONTACT = new UUID(0x4000L, 0x8000_0000_0000_00c1L);
  private static final String[] KINDS = {"SUBSCRIBER_DATA", "TRAFFIC_DATA", "SUSPENSION"};

  final List<Step> steps = new ArrayList<>();
  private final Random random;
  private final UUID policy;
  private Instant now = Story.START;

  /** What a walker has to know of an item. */
  private static final class Wanted {
    final String kind;
    final int targets;
    String state = "open";
    int maximum;
    int delivered;
    int parts;
    boolean partly;

    Wanted(String kind, int targets) {
      this.kind = kind;
      this.targets = targets;
    }
  }

  private LegalWalk(Random random) {
    this.random = random;
    this.policy =
        add(
            "policy",
            Person.QUAN,
            "policy.adopted.v1",
            Payloads.policy(Story.ORDINARY, Story.EMERGENCY, Story.CONFIRM));
  }

  /** The register of agencies, which the first release did not have. */
  private void register() {
    String stream = AgencyRegister.subject(Demand.AGENCY);
    String agency = Payloads.agency(Demand.AGENCY, "2025-03-01", null);
    add(stream, Person.QUAN, "agency.registered.v1", agency);
    add(stream, Person.QUAN, "contact.verified.v1", Payloads.contact(CONTACT));
  }

  /** So many requests, their events mixed. */
  static List<Step> of(Random random, int requests) {
    LegalWalk walk = new LegalWalk(random);
    List<Walker> open = new ArrayList<>();
    int older = random.nextInt(requests + 1);
    for (int i = 0; i < requests; i++) {
      Walker walker = walk.new Walker("request/r" + i, i < older);
      open.add(walker);
      if (walker.older) {
        walker.record();
      }
    }
    walk.register();
    while (!open.isEmpty()) {
      Walker walker = open.get(random.nextInt(open.size()));
      walker.step();
      if (walker.done) {
        open.remove(walker);
      }
    }
    return walk.steps;
  }

  private UUID add(String subject, Person who, String type, String data) {
    now = now.plusMillis(1 + random.nextInt(900));
    UUID id =
        new UUID(
            0x0198_0000_0000_7000L | (long) steps.size() << 16, random.nextLong() >>> 2 | 1L << 63);
    steps.add(new Step(id, subject, who, type, now, data));
    return id;
  }

  /** One request. */
  private final class Walker {
    private final String subject;
    private final List<Wanted> items = new ArrayList<>();
    private final boolean emergency = random.nextInt(3) == 0;
    private final boolean older;
    private final boolean oral;
    private boolean recorded;
    private boolean confirmed;
    private boolean verified;
    private boolean strongly;
    private Instant due = Instant.MIN;
    private @Nullable UUID recording;
    private @Nullable UUID asked;
    private @Nullable UUID delivery;
    private int reopenings = random.nextInt(2);
    private boolean done;

    /**
     * @param older recorded in the first version, which knew no confirmations
     */
    Walker(String subject, boolean older) {
      this.subject = subject;
      this.older = older;
      this.oral = !older && emergency && random.nextBoolean();
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        items.add(new Wanted(KINDS[random.nextInt(KINDS.length)], 1 + random.nextInt(4)));
      }
    }

    UUID by(String type, String data) {
      return add(subject, random.nextInt(4) == 0 ? Person.THAO : Person.LAN, type, data);
    }

    UUID both(String act, String data) {
      UUID prepared = by(act + ".prepared.v1", data);
      while (random.nextInt(6) == 0) {
        add(subject, Person.MINH, act + ".returned.v1", Payloads.returned(prepared));
        prepared = by(act + ".prepared.v1", data);
      }
      String decided = act.equals("delivery") ? ".dispatched.v1" : ".approved.v1";
      return add(subject, Person.MINH, act + decided, Payloads.prepared(prepared));
    }

    void step() {
      if (!recorded) {
        record();
        return;
      }
      List<Wanted> open = items.stream().filter(item -> !item.state.equals("done")).toList();
      if (open.isEmpty()) {
        finish();
        return;
      }
      if (asked != null) {
        answerQuestion();
        return;
      }
      switch (random.nextInt(12)) {
        case 0 -> asked = by("clarification.asked.v1", object("question", Payloads.committed()));
        case 1 -> refuse(open);
        case 2 -> extend();
        case 3 -> correct(open);
        case 4 -> confirm();
        case 5, 6 -> verify();
        case 7 -> fail();
        default -> {
          if (verified) {
            progress(open.get(random.nextInt(open.size())));
          } else {
            verify();
          }
        }
      }
    }

    private void record() {
      recorded = true;
      Demand demand = oral ? Demand.oral(now) : Demand.ordinary(now);
      demand.emergency = emergency;
      demand.version = older ? 1 : 2;
      demand.items.clear();
      items.forEach(item -> demand.item(item.kind, item.targets, null));
      recording = by("request.recorded.v" + demand.version, demand.json());
      int hours = emergency ? 3 : 24;
      due("ANSWER", emergency ? "emergency" : "ordinary", demand.receivedAt, hours);
      due = demand.receivedAt.plus(Duration.ofHours(hours));
      if (oral) {
        due("CONFIRM_IN_WRITING", "confirm", demand.receivedAt, 24);
      }
    }

    private void due(String purpose, String row, Instant receivedAt, int hours) {
      by(
          older ? "deadline.set.v1" : "deadline.set.v2",
          object(
              "purpose",
              older ? null : text(purpose),
              "cause",
              older ? null : text("RECORDING"),
              "basis",
              text("POLICY"),
              "due",
              time(receivedAt.plus(Duration.ofHours(hours))),
              "policy",
              id(policy),
              "row",
              text(row),
              "item",
              Integer.toString(1 + random.nextInt(items.size())),
              "hours",
              Integer.toString(hours),
              "startsAt",
              time(receivedAt)));
    }

    private void answerQuestion() {
      if (random.nextBoolean()) {
        by(
            "clarification.received.v1",
            object(
                "asked", id(asked), "outcome", text("ANSWERED"), "answer", Payloads.committed()));
        asked = null;
      } else {
        extend();
      }
    }

    private void refuse(List<Wanted> open) {
      if (random.nextInt(3) == 0) {
        Wanted item = open.getFirst();
        both("refusal", Payloads.refusal(items.indexOf(item) + 1));
        item.state = "done";
      }
    }

    private void extend() {
      due = due.plus(Duration.ofHours(1 + random.nextInt(48)));
      UUID extension = both("extension", Payloads.extension(due));
      by(
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

    private void correct(List<Wanted> open) {
      UUID corrects = recording;
      if (corrects == null) {
        return;
      }
      Wanted item = open.get(random.nextInt(open.size()));
      int ordinal = items.indexOf(item) + 1;
      String changes = Payloads.items(Demand.asked(ordinal, item.kind, 1, item.targets, null));
      boolean changed = random.nextBoolean();
      String severity = changed && item.parts > 0 ? "REPORTABLE" : "RECORDABLE";
      both("correction", Payloads.correction(corrects, severity, changed ? changes : null));
      if (steps.stream().anyMatch(step -> step.data().contains(changes))) {
        item.state = "open";
        item.partly = false;
      }
    }

    private void confirm() {
      if (oral && !confirmed) {
        by("writing.confirmed.v1", Payloads.confirmed());
        confirmed = true;
      }
    }

    private void verify() {
      strongly = random.nextBoolean();
      verified = true;
      String method = strongly ? "CALL_BACK" : "LETTER_OF_INTRODUCTION";
      by("authority.verified.v1", Payloads.verified(method, strongly ? CONTACT : null));
    }

    private void fail() {
      UUID lost = delivery;
      boolean last = lost != null && steps.getLast().id().equals(lost);
      if (last && lost != null) {
        by("delivery.acknowledged.v1", Payloads.receipt(lost));
        delivery = null;
      }
    }

    private void progress(Wanted item) {
      int ordinal = items.indexOf(item) + 1;
      String targets = targets(item);
      if (item.state.equals("open")) {
        accept(item, ordinal, targets);
      } else if (item.kind.equals("SUSPENSION")) {
        both("measure", Payloads.measure("SUSPEND", ordinal, 1));
        if (random.nextBoolean()) {
          both("measure", Payloads.measure("RESTORE", ordinal, 1));
        }
        item.state = "done";
      } else if (!item.partly && random.nextInt(5) == 0) {
        both("nodata", Payloads.noData(ordinal));
        item.state = "done";
      } else {
        deliver(item, ordinal, targets);
      }
    }

    private String targets(Wanted item) {
      int[] all = new int[item.targets];
      for (int i = 0; i < all.length; i++) {
        all[i] = i + 1;
      }
      return Payloads.ordinals(all);
    }

    private void accept(Wanted item, int ordinal, String targets) {
      if (emergency && !strongly && oral && !confirmed) {
        verifyStrongly();
      }
      boolean asEmergency = emergency && strongly && (random.nextBoolean() || (oral && !confirmed));
      item.maximum = item.delivered + 1 + random.nextInt(100);
      String scope = Payloads.items(Demand.scope(ordinal, targets, item.maximum));
      both(asEmergency ? "emergency" : "acceptance", scope);
      item.state = "approved";
    }

    private void verifyStrongly() {
      strongly = true;
      by("authority.verified.v1", Payloads.verified("CALL_BACK", CONTACT));
    }

    private void deliver(Wanted item, int ordinal, String targets) {
      int left = item.maximum - item.delivered;
      boolean last = left <= 1 || random.nextBoolean();
      int count = left == 0 ? 0 : 1 + random.nextInt(left);
      String part = Demand.part(ordinal, item.parts + 1, last, targets, count);
      delivery = both("delivery", Payloads.delivery(part));
      item.parts++;
      item.delivered += count;
      item.partly = true;
      if (last) {
        item.state = "done";
      }
    }

    private void finish() {
      by("request.closed.v1", Payloads.reason());
      if (reopenings == 0) {
        done = true;
        return;
      }
      reopenings--;
      int ordinal = 1 + random.nextInt(items.size());
      if (items.get(ordinal - 1).kind.equals("SUSPENSION")) {
        // A measure may be in force, which is lifted before its item is reopened.
        done = true;
        return;
      }
      by("request.reopened.v1", Payloads.reopened(ordinal));
      items.get(ordinal - 1).state = "open";
      items.get(ordinal - 1).partly = false;
      verified = false;
      strongly = false;
    }
  }
}
