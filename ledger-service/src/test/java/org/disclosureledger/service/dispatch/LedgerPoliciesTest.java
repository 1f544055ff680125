package org.disclosureledger.service.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.ClockKind;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.deadline.ExampleCalendar;
import org.disclosureledger.service.deadline.PolicyAdopted;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.deadline.PolicyRow;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.sealing.StreamReads;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.junit.jupiter.api.Test;

class LedgerPoliciesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");
  private static final Actor PERSON = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0001L));

  private final List<StoredEvent> events = new ArrayList<>();
  private final LedgerPolicies policies = new LedgerPolicies();

  /** A ledger whose streams are too long to be read for each decision. */
  private final EntryStore store =
      new EntryStore() {
        @Override
        public Optional<StoredEvent> entry(String ledger, long leafIndex) {
          throw new AssertionError("not asked for");
        }

        @Override
        public List<StoredEvent> stream(String ledger, StreamId subject) {
          throw new AssertionError("all of " + subject + " is read");
        }

        @Override
        public List<StoredEvent> latest(String ledger, StreamId subject, int count) {
          List<StoredEvent> all =
              events.stream().filter(e -> e.header().subject().equals(subject)).toList();
          return all.subList(Math.max(0, all.size() - count), all.size());
        }

        @Override
        public List<StoredEvent> after(long position, int limit) {
          throw new AssertionError("not asked for");
        }

        @Override
        public long headPosition() {
          throw new AssertionError("not asked for");
        }
      };

  private UUID add(String stream, Object payload) {
    UUID id = new UUID(0x7000L + events.size(), 1L << 63);
    long sequence =
        events.stream().filter(e -> e.header().subject().value().equals(stream)).count();
    EventHeader header =
        new EventHeader(
            id,
            "demo",
            new StreamId(stream),
            "org.disclosureledger.test.v1",
            NOW,
            NOW,
            PERSON,
            ActorRole.ADMIN,
            null,
            sequence,
            events.size(),
            events.size());
    events.add(new StoredEvent(header, TestEntries.of(header, "{}"), payload));
    return id;
  }

  private static PolicyAdopted days() {
    return new PolicyAdopted(
        List.of(
            new PolicyRow(
                "days",
                LocalDate.parse("2026-01-01"),
                null,
                "Điều mẫu",
                "Sample article",
                true,
                List.of(ItemKind.DOCUMENT),
                null,
                DeadlinePurpose.ANSWER,
                ClockKind.SERVICE,
                null,
                5)));
  }

  @Test
  void ofEachStreamTheLastEventAloneIsReadAndItsEndNoted() {
    add("policy", StatutoryRows.read());
    UUID policy = add("policy", days());
    add("calendar", ExampleCalendar.year2026());
    UUID calendar = add("calendar", ExampleCalendar.year2026());
    StreamReads reads = new StreamReads(store, "demo");
    PolicyInForce found = policies.needed(reads);
    assertThat(found.adopted()).isEqualTo(policy);
    assertThat(Objects.requireNonNull(found.calendar()).imported()).isEqualTo(calendar);
    assertThat(reads.heads())
        .isEqualTo(Map.of(new StreamId("policy"), 1L, new StreamId("calendar"), 1L));
  }

  @Test
  void aCalendarIsWorkedOutOnceForEachEvent() {
    add("policy", days());
    add("calendar", ExampleCalendar.year2026());
    PolicyInForce first = policies.needed(new StreamReads(store, "demo"));
    PolicyInForce again = policies.needed(new StreamReads(store, "demo"));
    assertThat(again.calendar()).isSameAs(first.calendar());
    add("calendar", ExampleCalendar.year2026());
    assertThat(policies.needed(new StreamReads(store, "demo")).calendar())
        .isNotSameAs(first.calendar());
  }

  /** Else each import would refuse what is recorded at the same time under plain hours. */
  @Test
  void whereNoRowCountsByItTheCalendarIsNotLookedAt() {
    add("policy", StatutoryRows.read());
    add("calendar", ExampleCalendar.year2026());
    StreamReads reads = new StreamReads(store, "demo");
    assertThat(policies.needed(reads).calendar()).isNull();
    assertThat(reads.heads()).containsOnlyKeys(new StreamId("policy"));
    assertThat(policies.all(reads).calendar()).isNotNull();
    assertThat(reads.heads()).containsKey(new StreamId("calendar"));
  }
}
