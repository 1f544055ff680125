package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealAndReadBackTest {
  @TempDir static Path keys;
  private static SealingRig rig;
  private static LedgerDescription ledger;

  @BeforeAll
  static void open() {
    rig = new SealingRig(keys);
    ledger = rig.open("read-back");
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void theLatestOfAStreamAreItsLastInOrderAndWholeWhereItIsShort() {
    StreamId stream = SealingRig.stream("latest");
    assertThat(rig.store.latest(ledger.name(), stream, 3)).isEmpty();
    rig.append(ledger, stream, 5);
    List<StoredEvent> whole = rig.store.stream(ledger.name(), stream);
    for (int count = 1; count <= 6; count++) {
      assertThat(rig.store.latest(ledger.name(), stream, count))
          .extracting(event -> event.header().id())
          .isEqualTo(
              whole.subList(Math.max(0, 5 - count), 5).stream()
                  .map(event -> event.header().id())
                  .toList());
    }
    assertThat(rig.store.latest("none", stream, 3)).isEmpty();
  }

  @Test
  void whatIsReadAtOnceIsBoundInBytesAndNothingIsLeftOut() {
    rig.append(ledger, SealingRig.stream("bound"), 7);
    List<StoredEvent> all = rig.store.after(-1, 1_000);
    long ofThree = all.stream().limit(3).mapToLong(event -> event.entry().bytes().length).sum();
    for (long bytes : new long[] {1, ofThree, ofThree + 1}) {
      JdbcEntryStore bound = rig.store(bytes);
      List<StoredEvent> found = new ArrayList<>();
      List<Integer> sizes = new ArrayList<>();
      List<StoredEvent> next = bound.after(-1, 1_000);
      while (!next.isEmpty()) {
        sizes.add(next.size());
        found.addAll(next);
        next = bound.after(next.getLast().header().position(), 1_000);
      }
      assertThat(sizes.getFirst()).isEqualTo(bytes == 1 ? 1 : bytes == ofThree ? 3 : 4);
      assertThat(found)
          .extracting(event -> event.header().id())
          .isEqualTo(all.stream().map(event -> event.header().id()).toList());
    }
  }

  @Test
  void whatIsSealedIsReadBackWithItsPlaceAndItsDigests() {
    StreamId stream = SealingRig.stream("one");
    long before = rig.size(ledger);
    AppendResult result = rig.append(ledger, stream, 3);

    assertThat(Placed.of(result)).isEqualTo(new Placed(before, 3, before, false));
    List<StoredEvent> events = rig.store.stream(ledger.name(), stream);
    assertThat(events).hasSize(3);
    for (int i = 0; i < 3; i++) {
      StoredEvent event = events.get(i);
      EventHeader header = event.header();
      assertThat(header.sequence()).isEqualTo(i);
      assertThat(header.leafIndex()).isEqualTo(before + i);
      assertThat(header.position()).isEqualTo(before + i);
      assertThat(header.ledger()).isEqualTo("read-back");
      assertThat(header.actor()).isEqualTo(SealingRig.CLERK);
      Noted noted = (Noted) Objects.requireNonNull(event.payload());
      assertThat(noted.text()).isEqualTo("dòng " + i);
      assertThat(noted.secret()).isInstanceOf(Committed.Digest.class);
      assertThat(new String(event.entry().bytes(), StandardCharsets.US_ASCII))
          .doesNotContain("bí mật");
      assertThat(rig.store.entry(ledger.name(), header.leafIndex()).orElseThrow().header())
          .isEqualTo(header);
    }
    rig.verifyAll();
  }

  @Test
  void disclosuresOpenToTheGivenValues() {
    StreamId stream = SealingRig.stream("two");
    AppendResult result = rig.append(ledger, stream, 1);
    SealedDisclosures disclosures = new SealedDisclosures(rig.store, rig.directory, rig.vault);

    assertThat(disclosures.open(ledger.name(), result.firstLeafIndex()))
        .isEqualTo(Map.of("/secret", "\"bí mật\""));
  }

  @Test
  void everyEventHasItsOwnSalt() {
    StreamId stream = SealingRig.stream("salt");
    AppendRequest request = rig.prepare(ledger, stream, 1, null);
    AppendRequest same = rig.prepare(ledger, stream, 1, null);

    assertThat(request.entries().getFirst().disclosures())
        .doesNotContainAnyElementsOf(same.entries().getFirst().disclosures());
  }

  @Test
  void entryZeroAloneIsUnderTheAuthorityKey() {
    Entry opened = rig.store.entry(ledger.name(), 0).orElseThrow().entry();
    Entry next = rig.store.entry(ledger.name(), 1).orElseThrow().entry();
    var ring = rig.keys.find(ledger.origin()).orElseThrow();

    assertThat(opened.payload().type()).isEqualTo("org.disclosureledger.ledger.opened.v1");
    assertThat(opened.payload().previous()).isEqualTo(LeafHash.ZERO);
    assertThat(opened.keyId()).isEqualTo(ring.authority().keyId());
    assertThat(next.keyId()).isEqualTo(ring.entry().keyId());
  }

  @Test
  void theChecksThatGuardTheseTestsCanFail() {
    Entry entry = rig.store.entry(ledger.name(), 1).orElseThrow().entry();
    byte[] key = rig.keys.find(ledger.origin()).orElseThrow().entry().publicKey().x();
    byte[] message = entry.signingInput();

    assertThat(LedgerAudit.ed25519(key, message, entry.signature())).isTrue();
    message[message.length - 1] ^= 1;
    assertThat(LedgerAudit.ed25519(key, message, entry.signature())).isFalse();
  }

  @Test
  void anEventThatDoesNotFitAnEntryIsRefusedAndNothingIsAppended() {
    long before = rig.size(ledger);
    Instant now = rig.clocks.now(ledger.name());
    UnsealedEvent tooLong =
        SealingRig.noted(ledger, SealingRig.stream("long"), "x".repeat(70_000), now);

    assertThatThrownBy(() -> rig.sealing().append(ledger, List.of(tooLong), null, null))
        .isInstanceOfSatisfying(
            AppendRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(Rule.ENTRY_TOO_LARGE));
    assertThat(rig.size(ledger)).isEqualTo(before);
  }

  @Test
  void aCommittedValueThatDoesNotFitADisclosureIsRefusedAndNothingIsAppended() {
    long before = rig.size(ledger);
    Instant now = rig.clocks.now(ledger.name());
    EventHeader header = SealingRig.noted(ledger, SealingRig.stream("long"), "x", now).header();
    UnsealedEvent tooLong =
        new UnsealedEvent(header, new Noted("x", Committed.of("y".repeat(70_000))));

    assertThatThrownBy(() -> rig.sealing().append(ledger, List.of(tooLong), null, null))
        .isInstanceOfSatisfying(
            AppendRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(Rule.ENTRY_TOO_LARGE));
    assertThat(rig.size(ledger)).isEqualTo(before);
  }
}
