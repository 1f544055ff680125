package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentSealingTest {
  private static final int WRITERS = 16;
  private static final int COMMANDS = 200;

  @TempDir Path keys;

  private static List<Long> write(SealingRig rig, LedgerDescription ledger, int writer) {
    StreamId stream = SealingRig.stream("writer-" + writer);
    LedgerSealing sealing = rig.sealing();
    StreamLink head = null;
    List<Long> indices = new ArrayList<>();
    for (int i = 0; i < COMMANDS; i++) {
      UnsealedEvent noted =
          SealingRig.noted(ledger, stream, "lệnh " + i, rig.clocks.now(ledger.name()));
      UnsealedEvent event =
          i % 10 == 0 ? noted : new UnsealedEvent(noted.header(), new Remarked("lệnh " + i));
      AppendResult result = sealing.append(ledger, List.of(event), head, null);
      indices.add(result.firstLeafIndex());
      StoredEvent stored = rig.store.entry(ledger.name(), result.firstLeafIndex()).orElseThrow();
      head = StreamLink.of(stored.entry());
    }
    return indices;
  }

  @Test
  void sixteenWritersAreAllAnsweredWithoutGapAndTheTreeIsRight() throws Exception {
    try (SealingRig rig = new SealingRig(keys)) {
      LedgerDescription ledger = rig.open("concurrent");
      long before = rig.size(ledger);
      TreeSet<Long> indices = new TreeSet<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<List<Long>>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
          int number = writer;
          writers.add(threads.submit(() -> write(rig, ledger, number)));
        }
        for (Future<List<Long>> writer : writers) {
          List<Long> own = writer.get();
          assertThat(own).hasSize(COMMANDS).isSorted();
          indices.addAll(own);
        }
      }

      long all = WRITERS * COMMANDS;
      assertThat(indices).hasSize((int) all);
      assertThat(indices.getFirst()).isEqualTo(before);
      assertThat(indices.getLast()).isEqualTo(before + all - 1);
      assertThat(rig.size(ledger)).isEqualTo(before + all);
      rig.verifyAll();
    }
  }
}
