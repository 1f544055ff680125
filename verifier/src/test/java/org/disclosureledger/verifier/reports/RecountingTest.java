package org.disclosureledger.verifier.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Place;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.junit.jupiter.api.Test;

/** What waits for a statement's instant, and how much of it may. */
class RecountingTest {
  private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");
  private static final Instant END = AS_OF.plusSeconds(9);
  private static final int ENTRY_BYTES = 64 << 10;
  private static final int ROOM = Math.toIntExact(Recounting.MOST_BYTES / ENTRY_BYTES);

  private final List<Statement> counted = new ArrayList<>();
  private final List<String> unchecked = new ArrayList<>();

  private static Statement statement(long leaf, Instant asOf) {
    String data =
        """
        {"kind":"AD_HOC","from":"2026-01-01T00:00:00.000Z","to":"2026-07-01T00:00:00.000Z",\
        "asOf":"%s","head":{"size":%d,"root":""},"rows":[]}\
        """
            .formatted(asOf.toString().replace("Z", ".000Z"), leaf);
    UUID id = new UUID(0x7000L, 1L << 63 | leaf);
    return new Statement(
        new Place(leaf, "", 0),
        "report/" + id,
        id,
        asOf,
        EventData.parse(data.getBytes(StandardCharsets.UTF_8)),
        null);
  }

  private static EntryPayload later(String subject, int number) {
    return new EntryPayload(
        new UUID(0x7000L, 1L << 63 | number),
        new Origin(TestLedger.ORIGIN),
        "org.disclosureledger.agency.registered.v2",
        new StreamId(subject),
        AS_OF,
        AS_OF.plusSeconds(1),
        0,
        LeafHash.ZERO,
        Actor.SYSTEM,
        ActorRole.SYSTEM,
        null,
        null,
        "https://disclosureledger.example/events/agency.registered.v2",
        new byte[ENTRY_BYTES]);
  }

  /** Two statements, the second as of when all is counted; so many entries wait for the first. */
  private void recount(int waiting, String subject) {
    Cut first = new Cut(waiting, AS_OF.toEpochMilli(), List.of(statement(waiting, AS_OF)));
    Cut second = new Cut(waiting + 1, END.toEpochMilli(), List.of(statement(waiting + 1, END)));
    Recounting recounting =
        new Recounting(
            List.of(first, second), (statement, figures) -> counted.add(statement), unchecked::add);
    for (int leaf = 0; leaf <= waiting + 1; leaf++) {
      recounting.reach(leaf);
      recounting.entry(leaf, later(subject, leaf), true);
    }
  }

  @Test
  void whatHasRoomWaits() {
    recount(ROOM, "agency/a");
    assertThat(counted).hasSize(2);
    assertThat(unchecked).isEmpty();
  }

  @Test
  void whatHasNoRoomLeavesAllToComeUncheckedAndIsTold() {
    recount(ROOM + 1, "agency/a");
    assertThat(counted).isEmpty();
    assertThat(unchecked)
        .containsExactly("its entries out of the order of their times are too large");
  }

  @Test
  void whatNoFigureRestsOnTakesNoRoom() {
    recount(ROOM + 1, "notice/a");
    assertThat(counted).hasSize(2);
    assertThat(unchecked).isEmpty();
  }
}
