package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.service.keys.EntrySigner;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with the disk in hand changes what is stored; readers stop and say where. */
class TamperedLedgerTest {
  private static final AtomicInteger STREAMS = new AtomicInteger();

  @TempDir static Path keys;
  private static SealingRig rig;
  private static LedgerDescription ledger;
  private StreamId stream;
  private long first;
  private long positionOfFirst;

  @BeforeAll
  static void start() {
    rig = new SealingRig(keys);
    ledger = rig.open("tampered");
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @BeforeEach
  void append() {
    stream = SealingRig.stream("victim-" + STREAMS.incrementAndGet());
    AppendResult result = rig.append(ledger, stream, 3);
    first = result.firstLeafIndex();
    positionOfFirst = result.firstPosition();
    assertThat(rig.store.stream(ledger.name(), stream)).hasSize(3);
  }

  private void tamper(String set, long leaf) {
    rig.database.tamper("UPDATE entry SET " + set + where(leaf));
  }

  private static String where(long leaf) {
    return " WHERE ledger_id = '" + ledger.id() + "' AND leaf_index = " + leaf;
  }

  private void itsReadsStop(long leaf) {
    long position = positionOfFirst + leaf - first;
    assertThatThrownBy(() -> rig.store.stream(ledger.name(), stream))
        .isInstanceOf(LedgerCorrupted.class)
        .hasMessageStartingWith("position " + position + ":");
    assertThatThrownBy(() -> rig.store.entry(ledger.name(), leaf))
        .isInstanceOf(LedgerCorrupted.class);
    // Consumers of every stream go on behind it.
    assertThat(rig.store.after(position - 1, 1))
        .noneMatch(event -> event.header().position() == position);
  }

  /** 1 is in the header, 100 and 300 in the payload, the last in the signature. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "100", "300", "length(bytes) - 1"})
  void aFlippedByteStopsTheStream(String offset) {
    tamper(
        "bytes = set_byte(bytes, " + offset + ", get_byte(bytes, " + offset + ") # 1)", first + 1);

    itsReadsStop(first + 1);
  }

  @Test
  void aLeafHashOfAnotherEntryStopsTheStream() {
    tamper("leaf_hash = (SELECT o.leaf_hash FROM entry o" + where(first) + ")", first + 1);

    itsReadsStop(first + 1);
  }

  @Test
  void anEntryMovedToAnotherStreamOrPlaceStopsTheStream() {
    tamper("sequence = 7", first + 2);

    itsReadsStop(first + 2);
  }

  @Test
  void aBrokenPreviousStopsTheStream() {
    // a whole entry with its own hash, validly signed, sealed upon another predecessor
    AppendRequest stranger = rig.prepare(ledger, SealingRig.stream("stranger"), 3, null);
    AppendRequest sameStream =
        rig.sealing()
            .prepare(
                ledger,
                List.of(SealingRig.noted(ledger, stream, "đổi", rig.clocks.now(ledger.name()))),
                new StreamLink(
                    0, stranger.entries().getFirst().leafHash(), rig.clocks.now(ledger.name())),
                null);
    SealedEntry forged = sameStream.entries().getFirst();
    HexFormat hex = HexFormat.of();
    tamper(
        "bytes = '\\x"
            + hex.formatHex(forged.bytes())
            + "', leaf_hash = '\\x"
            + hex.formatHex(forged.leafHash().toBytes())
            + "'",
        first + 1);

    assertThat(rig.store.entry(ledger.name(), first + 1)).isPresent();
    assertThatThrownBy(() -> rig.store.stream(ledger.name(), stream))
        .isInstanceOf(LedgerCorrupted.class)
        .hasMessage("position " + (positionOfFirst + 1) + ": previous-hash");
  }

  @Test
  void anEntryWhoseDataIsNotOfItsTypeStopsItsStreamAndNoConsumer() {
    StreamId other = SealingRig.stream("no-such-data-" + STREAMS.get());
    UnsealedEvent noted = SealingRig.noted(ledger, other, "x", rig.clocks.now(ledger.name()));
    EntrySigner signer = rig.keys.find(ledger.origin()).orElseThrow().entry();
    SealedEntry forged =
        EntrySealer.seal(
            noted.header(),
            ledger.origin(),
            Remarked.BINDING,
            rig.json.encode(noted.event()),
            null,
            rig.clocks.now(ledger.name()),
            signer);
    long position =
        rig.appender
            .append(
                new AppendRequest(
                    ledger, List.of(forged), null, null, signer, new CompletableFuture<>()))
            .firstPosition();

    assertThatThrownBy(() -> rig.store.stream(ledger.name(), other))
        .isInstanceOf(LedgerCorrupted.class)
        .hasMessage("position " + position + ": the data is not of its type")
        .hasNoCause();
    rig.append(ledger, stream, 1);
    assertThat(rig.store.after(position - 1, 2))
        .extracting(event -> event.header().position())
        .containsExactly(position + 1);
  }

  @Test
  void aRemovedEntryStopsTheStream() {
    rig.database.tamper("DELETE FROM entry" + where(first + 1));

    assertThatThrownBy(() -> rig.store.stream(ledger.name(), stream))
        .isInstanceOf(LedgerCorrupted.class)
        .hasMessage("position " + (positionOfFirst + 2) + ": sequence-gap");
  }

  @Test
  void aHeadWhoseRootIsNotItsFrontiersIsNeverSigned() {
    LedgerDescription victim = rig.open("tampered-head");
    rig.database.tamper(
        "UPDATE ledger_head SET root = sha256('x') WHERE ledger_id = '" + victim.id() + "'");
    rig.database.tamper("DELETE FROM checkpoint WHERE ledger_id = '" + victim.id() + "'");
    rig.appender.close();
    long before = rig.size(ledger);
    AppendRequest request = rig.prepare(victim, SealingRig.stream("x"), 1, null);

    rig.appendTogether(request);

    assertThat(SealingRig.outcome(request)).isEqualTo(Rule.NOT_APPENDED);
    assertThat(rig.tree.checkpoint(victim.id())).isEmpty();
    assertThat(rig.size(ledger)).isEqualTo(before);
    // The other ledgers go on meanwhile.
    rig.append(ledger, SealingRig.stream("beside-a-tampered-head"), 1);
    // so that the other tests' ledger goes on
    rig.database.tamper("DELETE FROM ledger_head WHERE ledger_id = '" + victim.id() + "'");
  }
}
