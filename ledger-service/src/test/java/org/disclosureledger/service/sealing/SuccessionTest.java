package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.disclosureledger.service.sealing.StoppedLedger.NEW;
import static org.disclosureledger.service.sealing.StoppedLedger.OLD;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.merkle.LeafHasher;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.keys.CheckpointSigner;
import org.disclosureledger.service.keys.TestKeys;
import org.disclosureledger.service.opening.PredecessorSettings;
import org.disclosureledger.service.opening.PredecessorSettings.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A ledger that its head guard stopped, and the one that goes on where it ended (FORMAT §2a). */
class SuccessionTest {
  @TempDir Path folder;
  private StoppedLedger before;
  private SealingRig rig;
  private LedgerDescription old;

  @BeforeEach
  void aStoppedLedger() {
    before = new StoppedLedger(folder.resolve("ring"));
    rig = before.rig;
    old = before.old;
  }

  @AfterEach
  void close() {
    before.close();
  }

  @Test
  void entryZeroNamesTheLastHeadOutsideTheOneInTheDatabaseAndTheReason() {
    TreeHead head = rig.tree.at("old", rig.size(old)).orElseThrow();
    LedgerDescription ledger = before.open(OLD);

    JsonNode said = before.predecessorIn(ledger);
    assertThat(said.path("origin").asString()).isEqualTo("ledger.example/old");
    assertThat(said.path("checkpointKey").asString())
        .isEqualTo(before.signer().verifierKey().toVkey());
    assertThat(said.path("published").asString()).isEqualTo(before.published(9).toString());
    assertThat(said.path("restored").path("size").asLong()).isEqualTo(head.size());
    assertThat(said.path("restored").path("root").asString()).isEqualTo(head.root().toBase64());
    assertThat(said.path("restored").path("note").asString())
        .isEqualTo(before.signer().sign(new Checkpoint(old.origin(), head)).toString());
    assertThat(said.path("reason").asString()).isEqualTo("restored-backup");
    String committed = said.path("reasonText").path("_sd").path(0).asString();
    List<Disclosure> kept = rig.vault.open(ledger.id(), new StreamId("ledger"), 0);
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().digest()).isEqualTo(committed);
    assertThat(new String(kept.getFirst().valueJson(), StandardCharsets.UTF_8))
        .isEqualTo("\"Sao lưu hôm qua\"");
    assertThat(before.ended).isEqualTo("old by new");
    rig.verifyAll();
  }

  @Test
  void theOldLedgerTakesNothingMoreAndIsReadAndTheNewOneGoesOn() {
    AppendRequest earlier = rig.prepare(old, SealingRig.stream("b"), 1, null);
    LedgerDescription ledger = before.open(OLD);
    long size = rig.size(old);

    rig.appender.submit(earlier);
    assertThat(SealingRig.outcome(earlier)).isEqualTo(AppendRefused.Rule.LEDGER_SUCCEEDED);
    assertThatThrownBy(() -> rig.append(old, SealingRig.stream("b"), 1))
        .isInstanceOf(AppendRefused.class)
        .hasMessageContaining("its successor is new");
    assertThat(rig.append(ledger, SealingRig.stream("b"), 1).firstLeafIndex()).isEqualTo(3);

    assertThat(rig.size(old)).isEqualTo(size);
    assertThat(rig.store.stream("old", SealingRig.stream("a"))).hasSize(2);
    rig.verifyAll();
  }

  /** A start later, with the setting or without; and one that lists the old ledger still. */
  @Test
  void laterStartsFindWhatIsThere() {
    LedgerDescription ledger = before.open(OLD);
    long size = rig.size(ledger);
    before.stopped = null;
    assertThat(before.open(OLD)).isEqualTo(ledger);
    assertThat(before.opener().register("new", NEW, true)).isEqualTo(ledger);
    assertThat(before.opener().register("old", old.origin(), true)).isEqualTo(old);
    before.opener().open(old, "DEMO", "Doanh nghiệp thử nghiệm", "Demonstration");
    assertThat(rig.size(ledger)).isEqualTo(size);
  }

  private static PredecessorSettings worded(String text) {
    return new PredecessorSettings("old", Reason.OTHER, text, null);
  }

  private static PredecessorSettings keyed(String vkey) {
    return new PredecessorSettings("old", Reason.OTHER, "", vkey);
  }

  private static PredecessorSettings named(@Nullable String name) {
    return new PredecessorSettings(name, Reason.OTHER, "", null);
  }

  private void refused(PredecessorSettings predecessor, String why) throws Exception {
    refused("new", NEW, predecessor, why);
  }

  /** In one line, and nothing is written: no row, no key, no end of the old ledger. */
  private void refused(String name, Origin origin, PredecessorSettings predecessor, String why)
      throws Exception {
    List<Path> files = files();
    assertThatThrownBy(() -> before.opener().register(name, origin, true, predecessor))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
    assertThat(files()).isEqualTo(files);
    assertThat(before.ended).isEmpty();
    assertThat(
            JdbcClient.create(rig.database.superuser())
                .sql("SELECT count(*) FROM ledger WHERE name NOT IN ('old', 'other')")
                .query(Long.class)
                .single())
        .isZero();
    rig.append(old, SealingRig.stream("goes-on"), 1);
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void whatMayNotFollowIsRefusedBeforeAnythingIsWritten() throws Exception {
    refused(named(null), "its name is not set");
    refused(new PredecessorSettings("old", null, "", null), "predecessor.reason does not say why");
    refused(named("nobody"), "which is not in this database");
    refused(worded("a".repeat(2_001)), "has more than 2,000 characters");
    refused(keyed("ledger.example/old+00000000+AQ=="), "is not the one that signed ledger old");
    refused("new", old.origin(), OLD, "belongs to the ledger old");
    refused("New-2", NEW, OLD, "a ledger's name is 1 to 63 of a-z");
    refused("n".repeat(64), NEW, OLD, "a ledger's name is 1 to 63 of a-z");
    rig.open("other");
    assertThatThrownBy(() -> before.opener().register("other", NEW, true, OLD))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("has the origin");
    assertThatThrownBy(() -> before.opener().register("new", NEW, false, OLD))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("one is a sample ledger");
  }

  @Test
  void onlyALedgerThatIsStoppedAndWhoseLastHeadIsKnownHasASuccessor() throws Exception {
    before.stopped = null;
    refused(OLD, "goes on from its last published head");
    before.stopped = StoppedLedger.stopped(Optional.empty());
    refused(OLD, "no head is kept that ledger old signed");
    before.stopped = StoppedLedger.stopped(Optional.of(before.published(9)), "topic t");
    refused(OLD, "may stand in topic t, which does not answer");
    before.stopped =
        new HeadGuard.Stopped(
            "ended", Optional.of(before.published(9)), List.of(), Optional.of("another"));
    refused(OLD, "has a successor already, another, whose entries are not in this database");
    before.stopped = StoppedLedger.stopped(Optional.of(before.published(9)));
    before.newAlready = StoppedLedger.stopped(Optional.empty());
    refused(OLD, "a ledger named new was published before");
  }

  @Test
  void aLedgerHasOneSuccessorAndAnExistingOneGetsNoPredecessor() {
    LedgerDescription other = rig.open("other");
    assertThatThrownBy(() -> before.opener().register("other", other.origin(), true, OLD))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("exists already and follows on none, not on old");
    before.open(OLD);
    assertThatThrownBy(
            () -> before.opener().register("third", new Origin("ledger.example/third"), true, OLD))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("has a successor already, new");
    assertThatThrownBy(() ->
            JdbcClient.create(rig.database.writer())
                .sql("UPDATE ledger_head SET successor = NULL WHERE successor = 'new'")
                .update())
        .rootCause()
        .hasMessageContaining("the ledger is append-only");
  }

  /** Also by a version of the service that does not know that ledgers end. */
  @Test
  void theDatabaseMovesNoHeadOfALedgerThatEnded() {
    String moved = "UPDATE ledger_head SET size = size + 1 WHERE ledger_id = '" + old.id() + "'";
    JdbcClient writer = JdbcClient.create(rig.database.writer());
    before.open(OLD);
    for (String each : List.of(moved, moved.replace("size = size + 1", "root = root"))) {
      assertThatThrownBy(() -> writer.sql(each).update())
          .rootCause()
          .hasMessageContaining("the ledger is append-only");
    }
  }

  /** By another replica, or a version of the service that does not know that ledgers end. */
  @Test
  void noHeadOfALedgerThatEndedIsSignedBehindItsBack() {
    long size = rig.size(old);
    byte[] note = before.published(size + 2).toBytes();
    before.open(OLD);
    assertThatThrownBy(() -> note(size + 2, note))
        .rootCause()
        .hasMessageContaining("the ledger has ended");
  }

  private void note(long size, byte[] note) {
    JdbcClient.create(rig.database.writer())
        .sql("INSERT INTO checkpoint (ledger_id, size, note) VALUES (:ledger, :size, :note)")
        .param("ledger", old.id())
        .param("size", size)
        .param("note", note)
        .update();
  }

  /**
   * Rows of a damaged database: the largest head that the key signed over its own entries counts.
   */
  @Test
  void theRestoredHeadIsOneThatItsEntriesHaveAndItsKeySigned() {
    byte[] sound = rig.tree.checkpoint(old.id()).orElseThrow();
    long size = rig.size(old);
    AppendResult more = rig.append(old, SealingRig.stream("b"), 1);
    AppendResult most = rig.append(old, SealingRig.stream("c"), 1);
    // Of another tree, of entries that are not there any more, and none at all.
    change(more.firstLeafIndex() + 1, before.published(more.firstLeafIndex() + 1).toBytes());
    change(most.firstLeafIndex() + 1, "no note".getBytes(StandardCharsets.UTF_8));
    note(rig.size(old) + 6, before.published(rig.size(old) + 6).toBytes());
    JsonNode restored = before.predecessorIn(before.open(OLD)).path("restored");
    assertThat(restored.path("size").asLong()).isEqualTo(size);
    assertThat(bytes(restored.path("note"))).isEqualTo(sound);
    assertThat(restored.path("unsigned").asLong()).isEqualTo(2);
  }

  private void change(long size, byte[] note) {
    JdbcClient.create(rig.database.superuser())
        .sql(
            """
            DO $$ BEGIN
              SET LOCAL session_replication_role = replica;
              UPDATE checkpoint SET note = '\\x%s' WHERE ledger_id = '%s' AND size = %d;
            END $$\
            """
                .formatted(HexFormat.of().formatHex(note), old.id(), size))
        .update();
  }

  /** Whoever repeats what was acknowledged is told what he was told. */
  @Test
  void whatWasTakenBeforeTheEndIsAnsweredAgain() {
    IdempotencyRecord key = SealingRig.key(1, 1);
    AppendResult first = rig.append(old, SealingRig.stream("b"), 1, key);
    before.open(OLD);
    AppendResult again = rig.append(old, SealingRig.stream("b"), 1, key);
    assertThat(again.replayed()).isTrue();
    assertThat(again.firstLeafIndex()).isEqualTo(first.firstLeafIndex());
    assertThatThrownBy(() -> rig.append(old, SealingRig.stream("b"), 1, SealingRig.key(2, 2)))
        .hasMessageContaining("its successor is new");
  }

  /** Committed by a process that died before it signed: nobody was told of it. */
  @Test
  void whatWasNeverSignedIsToldBesideTheRestoredHeadAndStaysUnsigned() {
    long signed = rig.size(old);
    IdempotencyRecord key = SealingRig.key(1, 1);
    AppendRequest request = rig.prepare(old, SealingRig.stream("b"), 2, key);
    rig.appender.close();
    try (LedgerAppender unsigning = rig.unsigningAppender()) {
      assertThatThrownBy(() -> unsigning.append(request)).isInstanceOf(AppendRefused.class);
    }
    // As long as it is stopped, its guard lets nobody sign it.
    rig.guardedBy(new EndedGuard());
    JsonNode restored = before.predecessorIn(before.open(OLD)).path("restored");
    assertThat(restored.path("size").asLong()).isEqualTo(signed);
    assertThat(restored.path("unsigned").asLong()).isEqualTo(2);
    assertThat(Checkpoint.parse(SignedNote.parse(bytes(restored.path("note"))).text()).head())
        .isEqualTo(rig.tree.at("old", signed).orElseThrow());

    rig.restart();
    AppendRequest again = rig.prepare(old, SealingRig.stream("b"), 1, key);
    rig.appender.submit(again);
    assertThat(SealingRig.outcome(again)).isEqualTo(AppendRefused.Rule.OUTCOME_UNKNOWN);
    byte[] newest = rig.tree.checkpoint(old.id()).orElseThrow();
    assertThat(Checkpoint.parse(SignedNote.parse(newest).text()).head().size()).isEqualTo(signed);
  }

  private static byte[] bytes(JsonNode text) {
    return text.asString().getBytes(StandardCharsets.UTF_8);
  }

  private static final class EndedGuard extends Unguarded {
    @Override
    public void requireContinued(LedgerDescription ledger, TreeHead head) {
      if (ledger.name().equals("old")) {
        throw new AppendRefused(AppendRefused.Rule.HEAD_NOT_CONTINUED, "behind");
      }
    }
  }

  /** Its database is new and its keys are lost: an auditor knows the key that signed. */
  @Test
  void aLedgerOfWhichNothingIsLeftHasASuccessor() {
    LedgerDescription bare = rig.register("bare");
    CheckpointSigner lost =
        TestKeys.open(folder.resolve("lost")).create(bare.origin()).checkpoint();
    SignedNote last = lost.sign(new Checkpoint(bare.origin(), new TreeHead(4, LeafHasher.empty())));
    before.lostKey = lost.verifierKey();
    before.stopped = StoppedLedger.stopped(Optional.of(last));
    String vkey = lost.verifierKey().toVkey();
    LedgerDescription ledger =
        before.open(new PredecessorSettings("bare", Reason.KEY_LOST, "", vkey));
    JsonNode said = before.predecessorIn(ledger);
    assertThat(said.path("origin").asString()).isEqualTo(bare.origin().value());
    assertThat(said.path("checkpointKey").asString()).isEqualTo(vkey);
    assertThat(said.path("published").asString()).isEqualTo(last.toString());
    assertThat(said.at("/restored/size").asLong()).isZero();
    assertThat(said.at("/restored/root").asString()).isEqualTo(LeafHasher.empty().toBase64());
    assertThat(said.path("restored").has("note")).isFalse();
    rig.verifyAll();
  }
}
