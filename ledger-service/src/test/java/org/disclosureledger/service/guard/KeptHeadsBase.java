package org.disclosureledger.service.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.service.keys.CheckpointSigner;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.TestKeys;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.LedgerHeads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of twelve entries, what is kept of it outside, and guards over both. */
abstract class KeptHeadsBase {
  static final LedgerDescription LEDGER =
      new LedgerDescription(new UUID(7, 1), "kept", new Origin("ledger.example/kept"), false);

  static final String WAYS_OUT =
      " restore the database that this was published from, or open a successor"
          + " (ledger.open[n].predecessor.name=kept)";

  @TempDir Path folder;
  KeyRing keys;
  CheckpointSigner signer;
  // What the database has: one tree, of which it shows the first so many leaves.
  List<TreeHead> tree;
  int size;

  @BeforeEach
  void aTreeOfTwelve() {
    keys = TestKeys.open(folder.resolve("keys"));
    signer = keys.create(LEDGER.origin()).checkpoint();
    tree = heads((byte) 1);
    size = 12;
  }

  static List<TreeHead> heads(byte seed) {
    TreeFrontier frontier = TreeFrontier.empty();
    List<TreeHead> heads = new ArrayList<>(List.of(frontier.head()));
    for (int i = 0; i < 12; i++) {
      byte[] hash = new byte[32];
      hash[0] = seed;
      hash[1] = (byte) i;
      frontier.append(LeafHash.of(hash));
      heads.add(frontier.head());
    }
    return heads;
  }

  final AtomicLong nanoTime = new AtomicLong();

  // What the database says of the ledger's end.
  Optional<String> successor = Optional.empty();

  KeptHeads guard(OutsideHeads... elsewhere) {
    LedgerDirectory directory =
        new LedgerDirectory() {
          @Override
          public Optional<LedgerDescription> find(String name) {
            return Optional.of(LEDGER);
          }

          @Override
          public List<LedgerDescription> all() {
            return List.of(LEDGER);
          }
        };
    return new KeptHeads(
        directory,
        new LedgerHeads() {
          @Override
          public Optional<TreeHead> at(String name, long asked) {
            return asked > size ? Optional.empty() : Optional.of(tree.get(Math.toIntExact(asked)));
          }

          @Override
          public Optional<String> successor(String name) {
            return successor;
          }
        },
        keys,
        new HeadFiles(folder.resolve("heads")),
        List.of(elsewhere),
        nanoTime::get);
  }

  SignedNote note(TreeHead head) {
    return signer.sign(new Checkpoint(LEDGER.origin(), head));
  }

  void keep(KeptHeads guard, int at) {
    guard.keep(LEDGER, tree.get(at), note(tree.get(at)));
  }

  List<String> files() throws IOException {
    try (var files = Files.list(folder.resolve("heads/kept"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  static OutsideHeads failing(AtomicReference<Optional<RuntimeException>> failure) {
    return place(() -> {
      Optional<RuntimeException> now = failure.get();
      if (now.isPresent()) {
        throw now.get();
      }
      return List.of();
    });
  }

  static OutsideHeads away() {
    return failing(new AtomicReference<>(Optional.of(new KafkaException("away"))));
  }

  static OutsideHeads place(List<byte[]> notes) {
    return place(() -> notes.stream().map(OutsideHeads.Kept::of).toList());
  }

  static OutsideHeads place(Supplier<List<OutsideHeads.Kept>> newest) {
    return new OutsideHeads() {
      @Override
      public List<Kept> newest(LedgerDescription ledger) {
        return newest.get();
      }

      @Override
      public void end(LedgerDescription ledger, String successor, Optional<byte[]> last) {
        newest(ledger);
      }

      @Override
      public String place(LedgerDescription ledger) {
        return "topic";
      }
    };
  }
}
