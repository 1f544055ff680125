package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.format.merkle.ConsistencyProof;
import org.disclosureledger.format.merkle.InclusionProof;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Receipt;
import org.disclosureledger.format.tile.EntryBundle;
import org.disclosureledger.format.tile.TileCoordinate;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.keys.EntrySigner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiles as stored and as served against tiles recomputed from the leaves. */
class StoredTreeTest {
  private static final int STREAM_LENGTH = 64;

  @TempDir static Path keys;
  private static SealingRig rig;

  @BeforeAll
  static void start() {
    rig = new SealingRig(keys);
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  private static void growTo(LedgerDescription ledger, long size) {
    growTo(ledger, size, true);
  }

  /** Synthetic entries in as few transactions as may be; the tree asks for no signatures. */
  private static void growTo(LedgerDescription ledger, long size, boolean signed) {
    int missing = Math.toIntExact(size - rig.size(ledger));
    int streams = (missing + STREAM_LENGTH - 1) / STREAM_LENGTH;
    List<AppendRequest> requests =
        IntStream.range(0, streams)
            .parallel()
            .mapToObj(i ->
                synthetic(ledger, Math.min(STREAM_LENGTH, missing - i * STREAM_LENGTH), signed))
            .toList();
    for (AppendRequest request : requests) {
      rig.appender.submit(request);
    }
    requests.forEach(SealingRig::result);
    assertThat(rig.size(ledger)).isEqualTo(size);
  }

  private static AppendRequest synthetic(LedgerDescription ledger, int count, boolean signed) {
    EntrySigner signer = rig.keys.find(ledger.origin()).orElseThrow().entry();
    StreamId stream = SealingRig.stream(UUID.randomUUID().toString());
    Instant now = rig.clocks.now(ledger.name());
    List<SealedEntry> entries = new ArrayList<>();
    StreamLink head = null;
    for (int i = 0; i < count; i++) {
      EventHeader header = SealingRig.noted(ledger, stream, "x", now).header();
      EventJson.Encoded remark = rig.json.encode(new Remarked("x"));
      SealedEntry entry =
          signed
              ? EntrySealer.seal(
                  header, ledger.origin(), Remarked.BINDING, remark, head, now, signer)
              : unsigned(header, ledger, remark, head, signer);
      head = entry.link();
      entries.add(entry);
    }
    return new AppendRequest(ledger, entries, null, null, signer, new CompletableFuture<>());
  }

  private static SealedEntry unsigned(
      EventHeader header,
      LedgerDescription ledger,
      EventJson.Encoded remark,
      @Nullable StreamLink head,
      EntrySigner signer) {
    EntryPayload payload =
        new EntryPayload(
            header.id(),
            ledger.origin(),
            Remarked.BINDING.type(),
            header.subject(),
            header.time(),
            header.time(),
            head == null ? 0 : head.sequence() + 1,
            head == null ? LeafHash.ZERO : head.leafHash(),
            header.actor(),
            header.role(),
            null,
            null,
            Remarked.BINDING.dataSchema(),
            remark.data());
    byte[] bytes =
        EntryCodec.assemble(EntryCodec.signingInput(signer.keyId(), payload), new byte[64]);
    return new SealedEntry(
        bytes, LeafHash.ofEntry(bytes), payload, signer.keyId(), List.of(), List.of());
  }

  private static List<LeafHash> leaves(LedgerDescription ledger, long size) {
    List<LeafHash> leaves = new ArrayList<>();
    for (long from = 0; from < size; from += 256) {
      int width = (int) Math.min(256, size - from);
      byte[] bundle =
          rig.tree
              .tile(ledger.id(), new TileCoordinate(TileCoordinate.ENTRIES, from / 256, width))
              .orElseThrow();
      EntryBundle.decode(bundle, width).forEach(entry -> leaves.add(LeafHash.ofEntry(entry)));
    }
    return leaves;
  }

  private static void servedTilesAreTheLeaves(
      LedgerDescription ledger, List<LeafHash> leaves, int step) {
    ReferenceTiles reference = new ReferenceTiles(leaves);
    List<TileCoordinate> tiles = TileCoordinate.hashTiles(leaves.size()).toList();
    for (TileCoordinate tile : tiles) {
      for (int width = tile.width(); width > 0; width -= step) {
        byte[] served =
            rig.tree
                .tile(ledger.id(), new TileCoordinate(tile.level(), tile.index(), width))
                .orElseThrow();
        assertThat(served).isEqualTo(reference.tile(tile.level(), tile.index(), width));
      }
    }
  }

  private static void nothingIsServedBeyondTheTree(LedgerDescription ledger, long size) {
    for (int level = 0; level < 4; level++) {
      long hashes = size >> (8 * level);
      TileCoordinate beyond = new TileCoordinate(level, hashes / 256, (int) (hashes % 256) + 1);
      assertThat(rig.tree.tile(ledger.id(), beyond)).isEmpty();
    }
    assertThat(
            rig.tree.tile(
                ledger.id(),
                new TileCoordinate(TileCoordinate.ENTRIES, size / 256, (int) (size % 256) + 1)))
        .isEmpty();
    assertThat(rig.tree.at(ledger.name(), size + 1)).isEmpty();
  }

  private static void headsAreTheFrontiers(
      LedgerDescription ledger, List<LeafHash> leaves, LongStream sizes) {
    TreeFrontier frontier = TreeFrontier.empty();
    long[] wanted = sizes.toArray();
    for (long size : wanted) {
      while (frontier.size() < size) {
        frontier.append(leaves.get((int) frontier.size()));
      }
      assertThat(rig.tree.at(ledger.name(), size))
          .isEqualTo(Optional.of(new TreeHead(size, frontier.root())));
    }
  }

  private static Receipt receipt(LedgerDescription ledger, long index, long size) {
    byte[] note = rig.tree.checkpoint(ledger.id()).orElseThrow();
    byte[] entry = rig.store.entry(ledger.name(), index).orElseThrow().entry().bytes();
    InclusionProof proof =
        rig.tree.withHashes(ledger.id(), hashes -> InclusionProof.build(index, size, hashes));
    return Receipt.parse(new Receipt(entry, proof, note).toBytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 255, 256, 257, 513})
  void everyTileHeadAndReceiptOfASmallLedgerIsTheLeaves(int size) {
    LedgerDescription ledger = rig.open("tree-" + size);
    growTo(ledger, size);
    List<LeafHash> leaves = leaves(ledger, size);

    servedTilesAreTheLeaves(ledger, leaves, 37);
    nothingIsServedBeyondTheTree(ledger, size);
    headsAreTheFrontiers(
        ledger, leaves, LongStream.rangeClosed(0, size).filter(n -> n % 7 < 2 || n > size - 3));
    int step = size < 10 ? 1 : 11;
    for (int index = size - 1; index >= 0; index -= step) {
      assertThat(receipt(ledger, index, size).proves()).isTrue();
    }
    new LedgerAudit(rig).verify(ledger);
  }

  @Test
  void aLedgerJustOpenedHasATree() {
    LedgerDescription ledger = rig.open("tree-opened");
    int opened = 3;
    List<LeafHash> leaves = leaves(ledger, opened);

    servedTilesAreTheLeaves(ledger, leaves, 1);
    nothingIsServedBeyondTheTree(ledger, opened);
    headsAreTheFrontiers(ledger, leaves, LongStream.rangeClosed(0, opened));
    for (int index = 0; index < opened; index++) {
      assertThat(receipt(ledger, index, opened).proves()).isTrue();
    }
  }

  /** Past 65,536 leaves a tile of level 1 is full, and one of level 2 begins. */
  @Test
  void aLedgerWithThreeLevelsOfTilesIsTheLeaves() {
    int size = 65_536 + 300;
    LedgerDescription ledger = rig.open("tree-large");
    growTo(ledger, 2_000, false);
    List<LeafHash> early = leaves(ledger, 2_000);
    servedTilesAreTheLeaves(ledger, early, 256);
    growTo(ledger, size, false);
    List<LeafHash> leaves = leaves(ledger, size);

    assertThat(leaves.subList(0, 2_000)).isEqualTo(early);
    servedTilesAreTheLeaves(ledger, leaves, 256);
    nothingIsServedBeyondTheTree(ledger, size);
    headsAreTheFrontiers(
        ledger, leaves, LongStream.of(1, 256, 2_000, 65_535, 65_536, 65_537, size - 1, size));
    for (long index : new long[] {0, 255, 256, 1_999, 65_535, 65_536, size - 1}) {
      assertThat(receipt(ledger, index, size).proves()).isTrue();
    }
    TreeHash smaller = LedgerAudit.frontier(leaves, 2_000).root();
    TreeHash larger = LedgerAudit.frontier(leaves, size).root();
    assertThat(
            rig.tree
                .withHashes(ledger.id(), hashes -> ConsistencyProof.build(2_000, size, hashes))
                .verifies(smaller, larger))
        .isTrue();
  }
}
