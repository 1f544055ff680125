package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.AccessStory.DAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.tile.EntryBundle;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/**
 * One entry of a ledger is broken, each in turn and in each way: nobody is accused of what stood in
 * it. No entry is found wrong then that was not wrong before.
 */
class LostEntryTest {
  private static final int WALKS = 3;
  private static final String BUNDLE = "/export/tile/entries/000.p/";

  /** How an entry is broken. */
  private enum Way {
    /** Nobody can say of which stream it is. */
    MALFORMED,
    /** Its data does not fit its schema. */
    UNREADABLE,
    /** It is of a type that nobody knows. */
    UNKNOWN
  }

  private record Told(EntryPayload payload, int slots) {}

  private final Map<Way, Long> silenced = new EnumMap<>(Way.class);

  @Test
  void noEntryOfAnyVectorAccusesAnotherByItsLoss() {
    Map<String, List<Told>> ledgers = new TreeMap<>();
    ConductVectors.files()
        .forEach((path, bytes) -> {
          int at = path.indexOf(BUNDLE);
          if (at >= 0) {
            int width = Integer.parseInt(path.substring(at + BUNDLE.length()));
            ledgers.put(path.substring(0, at), told(EntryBundle.decode(bytes, width)));
          }
        });
    Set<String> rules = new TreeSet<>();
    ledgers.forEach((name, ledger) -> rules.addAll(eachInTurn(name, ledger)));
    assertThat(rules).as("rules that were found before").hasSizeGreaterThan(80);
    for (Way way : Way.values()) {
      assertThat(silenced.getOrDefault(way, 0L)).as("silenced by %s", way).isPositive();
    }
  }

  @Test
  void norOneOfALedgerInWhichMuchRestsOnMuchElse() {
    Story story = Story.withPolicy();
    UUID contact = SoundStories.register(story);
    UUID policy = AccessStory.adopted(story, 0);
    RequestStory linked = AccessStory.closed(story);
    RequestStory said = story.request();
    Instant confirmBy = story.now().plus(DAY);
    UUID deadline = said.recordedOrally();
    said.called(contact);
    said.both("emergency", Payloads.items(Demand.scope(1, RequestStory.BOTH, 8)));
    said.delivered(1, true, 3);
    said.add("request.linked.v1", Payloads.linked(linked.number()));
    said.closed();
    AccessStory access = AccessStory.of(said);
    UUID grant = access.granted();
    access.viewed(Person.HOA, "AUDIT", grant);
    story.later(DAY);
    said.missed(deadline, confirmBy);
    access.erased(policy);
    AccessStory.of(linked).viewed(Person.LAN, "ANSWERING", null);
    AccessStory.of(linked).erased(policy);
    RequestStory later = story.request().recorded();
    later.called(contact).accepted();
    later.delivered(1, true, 3);
    RequestStory open = story.request();
    open.recordedOrally();
    AccessStory.of(open).erased(policy);
    Set<String> rules = eachInTurn("story", told(story.ledger.entries()));
    assertThat(rules).containsExactly("erasure-open");
  }

  @Test
  void norOneOfALegalWalk() {
    long seed = System.nanoTime();
    System.out.println("LostEntryTest seed " + seed);
    Random random = new Random(seed);
    for (int walk = 0; walk < WALKS; walk++) {
      List<Told> ledger =
          Step.payloads(LegalWalk.of(random, 4)).stream()
              .map(payload -> new Told(payload, 0))
              .toList();
      assertThat(eachInTurn("seed " + seed + ", walk " + walk, ledger)).isEmpty();
    }
  }

  private static List<Told> told(List<byte[]> entries) {
    return entries.stream()
        .map(EntryCodec::parse)
        .map((Entry entry) -> new Told(entry.payload(), entry.slots().size()))
        .toList();
  }

  /** The rules that are found in it unbroken. */
  private Set<String> eachInTurn(String name, List<Told> ledger) {
    List<Told> longer = new ArrayList<>(ledger);
    longer.add(muchLater(ledger.getLast().payload()));
    Set<String> before = judged(ledger, -1, Way.MALFORMED);
    // Unless what is overdue by then would hide what is found of the same entry.
    List<Told> told = judged(longer, -1, Way.MALFORMED).equals(before) ? longer : ledger;
    Set<String> rules = new HashSet<>();
    before.forEach(found -> rules.add(found.substring(0, found.indexOf(' '))));
    for (int broken = 1; broken < ledger.size(); broken++) {
      for (Way way : Way.values()) {
        String type = told.get(broken).payload().type();
        Set<String> since = judged(told, broken, way);
        if (way == Way.UNKNOWN) {
          // By the rule: whoever writes an unknown type does not write the first version any more.
          since.removeIf(found -> found.startsWith(Rule.VERSION_OUTDATED.id()));
        }
        assertThat(leaves(before))
            .as("%s: %s at %d is %s: %s", name, type, broken, way, since)
            .containsAll(leaves(since));
        silenced.merge(way, (long) before.size() - since.size(), Long::sum);
      }
    }
    return rules;
  }

  private static Set<String> leaves(Set<String> found) {
    return found.stream()
        .map(each -> each.substring(each.indexOf(' ') + 1))
        .collect(Collectors.toSet());
  }

  /** So long that whatever had to come by then is overdue. */
  private static Told muchLater(EntryPayload last) {
    Instant then = last.recordedTime().plus(Duration.ofDays(30));
    return new Told(
        new EntryPayload(
            new UUID(0x0199_0000_0000_7000L, 1L << 63),
            new Origin(TestLedger.ORIGIN),
            TestLedger.NOTED,
            new StreamId("later"),
            then,
            then,
            0,
            LeafHash.ZERO,
            Actor.SYSTEM,
            ActorRole.SYSTEM,
            null,
            null,
            "https://disclosureledger.example/events/test.noted.v1",
            "{}".getBytes(StandardCharsets.UTF_8)),
        0);
  }

  private static Set<String> judged(List<Told> ledger, int broken, Way way) {
    Set<String> found = new TreeSet<>();
    Conduct conduct =
        new Conduct((place, rule, expected, actual) -> found.add(rule.id() + " " + place.leaf()));
    for (int leaf = 0; leaf < ledger.size(); leaf++) {
      Told told = ledger.get(leaf);
      Place place = new Place(leaf, "", 0);
      if (leaf != broken) {
        conduct.entry(place, told.payload(), told.slots(), true);
      } else if (way == Way.MALFORMED) {
        conduct.malformed();
      } else {
        boolean known = way == Way.UNREADABLE;
        EntryPayload payload = known ? told.payload() : unknown(told.payload());
        conduct.entry(place, payload, told.slots(), !known);
      }
    }
    conduct.end();
    return found;
  }

  private static EntryPayload unknown(EntryPayload entry) {
    return new EntryPayload(
        entry.id(),
        entry.source(),
        "org.disclosureledger.test.teleported.v1",
        entry.subject(),
        entry.time(),
        entry.recordedTime(),
        entry.streamSequence(),
        entry.previous(),
        entry.actor(),
        entry.actorRole(),
        null,
        null,
        "https://disclosureledger.example/events/test.teleported.v1",
        entry.data());
  }
}
