package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.service.keys.CheckpointSigner;
import org.disclosureledger.service.opening.LedgerOpener;
import org.disclosureledger.service.opening.PredecessorSettings;
import org.disclosureledger.service.opening.PredecessorSettings.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger that its head guard stopped, named {@code old}, and what the guard says and is told. */
final class StoppedLedger implements AutoCloseable {
  static final Origin NEW = new Origin("ledger.example/new");
  static final PredecessorSettings OLD =
      new PredecessorSettings("old", Reason.RESTORED_BACKUP, " Sao lưu hôm qua ", null);

  final SealingRig rig;
  final LedgerDescription old;

  HeadGuard.@Nullable Stopped stopped;
  HeadGuard.@Nullable Stopped newAlready;
  @Nullable VerifierKey lostKey;
  String ended = "";

  // What happens when the old ledger's end was said outside, and before it is looked at again.
  Runnable behindTheEnd = () -> {};

  StoppedLedger(Path keys) {
    rig = new SealingRig(keys);
    old = rig.open("old");
    rig.append(old, SealingRig.stream("a"), 2);
    stopped = stopped(Optional.of(published(9)));
  }

  static HeadGuard.Stopped stopped(Optional<SignedNote> published, String... unread) {
    return new HeadGuard.Stopped("behind", published, List.of(unread), Optional.empty());
  }

  SignedNote published(long size) {
    return published(size, signer());
  }

  SignedNote published(long size, CheckpointSigner by) {
    byte[] root = new byte[32];
    root[0] = 7;
    return by.sign(new Checkpoint(old.origin(), new TreeHead(size, TreeHash.of(root))));
  }

  CheckpointSigner signer() {
    return rig.keys.find(old.origin()).orElseThrow().checkpoint();
  }

  LedgerOpener opener() {
    HeadGuard guard =
        new Unguarded() {
          @Override
          public Optional<Stopped> stopped(LedgerDescription ledger, VerifierKey checkpointKey) {
            assertThat(checkpointKey).isEqualTo(key());
            return Optional.ofNullable(ledger.name().equals("new") ? newAlready : stopped);
          }

          @Override
          public Optional<String> successor(LedgerDescription ledger) {
            return ended.equals(ledger.name() + " by new") ? Optional.of("new") : Optional.empty();
          }

          @Override
          public Stopped end(
              LedgerDescription ledger, VerifierKey checkpointKey, String successor) {
            assertThat(checkpointKey).isEqualTo(key());
            ended = ledger.name() + " by " + successor;
            Runnable now = behindTheEnd;
            behindTheEnd = () -> {};
            now.run();
            return stopped == null ? super.end(ledger, checkpointKey, successor) : stopped;
          }
        };
    return rig.opener(rig.keys, guard);
  }

  private VerifierKey key() {
    return lostKey == null ? signer().verifierKey() : lostKey;
  }

  LedgerDescription open(PredecessorSettings predecessor) {
    LedgerOpener opener = opener();
    LedgerDescription ledger = opener.register("new", NEW, true, predecessor);
    opener.open(ledger, "DEMO", "Doanh nghiệp thử nghiệm", "Demonstration", predecessor);
    return ledger;
  }

  JsonNode predecessorIn(LedgerDescription ledger) {
    var payload = rig.store.entry(ledger.name(), 0).orElseThrow().entry().payload();
    assertThat(payload.type()).isEqualTo("org.disclosureledger.ledger.opened.v2");
    return JsonMapper.shared()
        .readTree(new String(payload.data(), StandardCharsets.UTF_8))
        .path("predecessor");
  }

  boolean isRegistered(String name) {
    return JdbcClient.create(rig.database.superuser())
            .sql("SELECT count(*) FROM ledger WHERE name = :name")
            .param("name", name)
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  public void close() {
    rig.close();
  }
}
