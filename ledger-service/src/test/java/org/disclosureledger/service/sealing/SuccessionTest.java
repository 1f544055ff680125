package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.keys.CheckpointSigner;
import org.disclosureledger.service.opening.LedgerOpener;
import org.disclosureledger.service.opening.PredecessorSettings;
import org.disclosureledger.service.opening.PredecessorSettings.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger that its head guard stopped, and the one that goes on where it ended (FORMAT §2a). */
class SuccessionTest {
  private static final Origin NEW = new Origin("ledger.example/new");
  private static final PredecessorSettings OLD =
      new PredecessorSettings("old", Reason.RESTORED_BACKUP, " Sao lưu hôm qua ");

  @TempDir Path folder;
  private SealingRig rig;
  private LedgerDescription old;

  // What the guard says of the old ledger, and what it is told.
  private HeadGuard.@Nullable Stopped stopped;
  private HeadGuard.@Nullable Stopped newAlready;
  private String ended = "";

  @BeforeEach
  void aStoppedLedger() {
    rig = new SealingRig(folder.resolve("ring"));
    old = rig.open("old");
    rig.append(old, SealingRig.stream("a"), 2);
    stopped = stopped(Optional.of(published(9)));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static HeadGuard.Stopped stopped(Optional<SignedNote> published, String... unread) {
    return new HeadGuard.Stopped("behind", published, List.of(unread), Optional.empty());
  }

  private SignedNote published(long size) {
    byte[] root = new byte[32];
    root[0] = 7;
    return signer().sign(new Checkpoint(old.origin(), new TreeHead(size, TreeHash.of(root))));
  }

  private CheckpointSigner signer() {
    return rig.keys.find(old.origin()).orElseThrow().checkpoint();
  }

  private LedgerOpener opener() {
    HeadGuard guard =
        new HeadGuard() {
          @Override
          public void examine() {}

          @Override
          public void requireContinued(LedgerDescription ledger, TreeHead head) {}

          @Override
          public void keep(LedgerDescription ledger, TreeHead head, SignedNote note) {}

          @Override
          public Optional<Stopped> stopped(LedgerDescription ledger, VerifierKey checkpointKey) {
            assertThat(checkpointKey).isEqualTo(signer().verifierKey());
            return Optional.ofNullable(ledger.name().equals("old") ? stopped : newAlready);
          }

          @Override
          public void succeeded(LedgerDescription ledger, String successor) {
            ended = ledger.name() + " by " + successor;
          }
        };
    return rig.opener(rig.keys, guard);
  }

  private LedgerDescription open(PredecessorSettings predecessor) {
    LedgerOpener opener = opener();
    LedgerDescription ledger = opener.register("new", NEW, true, predecessor);
    opener.open(ledger, "DEMO", "Doanh nghiệp thử nghiệm", "Demonstration", predecessor);
    return ledger;
  }

  private JsonNode predecessorIn(LedgerDescription ledger) {
    var payload = rig.store.entry(ledger.name(), 0).orElseThrow().entry().payload();
    assertThat(payload.type()).isEqualTo("org.disclosureledger.ledger.opened.v2");
    return JsonMapper.shared()
        .readTree(new String(payload.data(), StandardCharsets.UTF_8))
        .path("predecessor");
  }

  @Test
  void entryZeroNamesTheLastHeadOutsideTheOneInTheDatabaseAndTheReason() {
    TreeHead head = rig.tree.at("old", rig.size(old)).orElseThrow();
    LedgerDescription ledger = open(OLD);

    JsonNode said = predecessorIn(ledger);
    assertThat(said.path("origin").asString()).isEqualTo("ledger.example/old");
    assertThat(said.path("checkpointKey").asString()).isEqualTo(signer().verifierKey().toVkey());
    assertThat(said.path("published").asString()).isEqualTo(published(9).toString());
    assertThat(said.path("restored").path("size").asLong()).isEqualTo(head.size());
    assertThat(said.path("restored").path("root").asString()).isEqualTo(head.root().toBase64());
    assertThat(said.path("restored").path("note").asString())
        .isEqualTo(signer().sign(new Checkpoint(old.origin(), head)).toString());
    assertThat(said.path("reason").asString()).isEqualTo("restored-backup");
    String committed = said.path("reasonText").path("_sd").path(0).asString();
    List<Disclosure> kept = rig.vault.open(ledger.id(), new StreamId("ledger"), 0);
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().digest()).isEqualTo(committed);
    assertThat(new String(kept.getFirst().valueJson(), StandardCharsets.UTF_8))
        .isEqualTo("\"Sao lưu hôm qua\"");
    assertThat(ended).isEqualTo("old by new");
    rig.verifyAll();
  }

  @Test
  void theOldLedgerTakesNothingMoreAndIsReadAndTheNewOneGoesOn() {
    AppendRequest before = rig.prepare(old, SealingRig.stream("b"), 1, null);
    LedgerDescription ledger = open(OLD);
    long size = rig.size(old);

    rig.appender.submit(before);
    assertThat(SealingRig.outcome(before)).isEqualTo(AppendRefused.Rule.LEDGER_SUCCEEDED);
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
    LedgerDescription ledger = open(OLD);
    long size = rig.size(ledger);
    stopped = null;
    assertThat(open(OLD)).isEqualTo(ledger);
    assertThat(opener().register("new", NEW, true)).isEqualTo(ledger);
    assertThat(opener().register("old", old.origin(), true)).isEqualTo(old);
    opener().open(old, "DEMO", "Doanh nghiệp thử nghiệm", "Demonstration");
    assertThat(rig.size(ledger)).isEqualTo(size);
  }

  @Test
  void anOpeningThatWasInterruptedIsFinishedWithTheSameSettingAlone() {
    opener().register("new", NEW, true, OLD);
    assertThatThrownBy(() -> opener().register("new", NEW, true))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("was interrupted");
    assertThatThrownBy(() -> opener().register("new", NEW, true, named("third")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("follows on old, not on third");
    assertThat(predecessorIn(open(OLD)).path("origin").asString()).isEqualTo("ledger.example/old");
  }

  private static PredecessorSettings named(@Nullable String name) {
    return new PredecessorSettings(name, Reason.OTHER, "");
  }

  private void refused(PredecessorSettings predecessor, String why) throws Exception {
    refused("new", NEW, predecessor, why);
  }

  /** In one line, and nothing is written: no row, no key, no end of the old ledger. */
  private void refused(String name, Origin origin, PredecessorSettings predecessor, String why)
      throws Exception {
    List<Path> files = files();
    assertThatThrownBy(() -> opener().register(name, origin, true, predecessor))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
    assertThat(files()).isEqualTo(files);
    assertThat(ended).isEmpty();
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
    refused(new PredecessorSettings("old", null, ""), "predecessor.reason does not say why");
    refused(named("nobody"), "which is not in this database");
    refused("new", old.origin(), OLD, "belongs to the ledger old");
    rig.open("other");
    assertThatThrownBy(() -> opener().register("other", NEW, true, OLD))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("has the origin");
    assertThatThrownBy(() -> opener().register("new", NEW, false, OLD))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("one is a sample ledger");
  }

  @Test
  void onlyALedgerThatIsStoppedAndWhoseLastHeadIsKnownHasASuccessor() throws Exception {
    stopped = null;
    refused(OLD, "goes on from its last published head");
    stopped = stopped(Optional.empty());
    refused(OLD, "no head is kept that ledger old signed");
    stopped = stopped(Optional.of(published(9)), "topic t");
    refused(OLD, "may stand in topic t, which does not answer");
    stopped =
        new HeadGuard.Stopped(
            "ended", Optional.of(published(9)), List.of(), Optional.of("another"));
    refused(OLD, "has a successor already, another, whose entries are not in this database");
    stopped = stopped(Optional.of(published(9)));
    newAlready = stopped(Optional.empty());
    refused(OLD, "a ledger named new was published before");
  }

  @Test
  void aLedgerHasOneSuccessorAndAnExistingOneGetsNoPredecessor() {
    LedgerDescription other = rig.open("other");
    assertThatThrownBy(() -> opener().register("other", other.origin(), true, OLD))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("exists already and follows on none, not on old");
    open(OLD);
    assertThatThrownBy(
            () -> opener().register("third", new Origin("ledger.example/third"), true, OLD))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("has a successor already, new");
    assertThatThrownBy(() ->
            JdbcClient.create(rig.database.writer())
                .sql("UPDATE ledger_head SET successor = NULL WHERE successor = 'new'")
                .update())
        .rootCause()
        .hasMessageContaining("the ledger is append-only");
  }
}
