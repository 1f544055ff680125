package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.SignedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Once a note is stored, whoever repeats a command is told that all is well: so none is, before
 * something outside has it.
 */
class HeadKeptFirstTest {
  @TempDir private Path folder;

  @Test
  void noNoteIsStoredOfAHeadThatNothingOutsideHas() throws Exception {
    try (SealingRig rig = new SealingRig(folder.resolve("keys"))) {
      LedgerDescription ledger = rig.open("kept-first");
      AtomicBoolean full = new AtomicBoolean(true);
      List<Long> kept = new ArrayList<>();
      rig.guardedBy(
          new Unguarded() {
            @Override
            public void keep(LedgerDescription of, TreeHead head, SignedNote note) {
              if (full.get()) {
                throw new UncheckedIOException(new FileSystemException("no space is left"));
              }
              kept.add(head.size());
            }
          });
      long before = signed(rig);
      AppendRequest request = rig.prepare(ledger, new StreamId("noted/1"), 1, null);
      rig.appender.submit(request);
      assertThat(SealingRig.outcome(request)).isEqualTo(AppendRefused.Rule.OUTCOME_UNKNOWN);
      assertThat(signed(rig)).as("committed, and under no note").isEqualTo(before);
      assertThat(size(rig)).isGreaterThan(before);

      full.set(false);
      rig.append(ledger, new StreamId("noted/2"), 1);
      assertThat(signed(rig)).isEqualTo(size(rig));
      assertThat(kept).contains(size(rig));
    }
  }

  private static long signed(SealingRig rig) {
    return number(rig, "SELECT max(size) FROM checkpoint");
  }

  private static long size(SealingRig rig) {
    return number(rig, "SELECT size FROM ledger_head");
  }

  private static long number(SealingRig rig, String sql) {
    return rig.database.pooledWriter().sql(sql).query(Long.class).single();
  }
}
