package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.TestKeys;
import org.disclosureledger.service.opening.LedgerOpener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may register a ledger, and when others see it. */
class LedgerRegistrationTest {
  private static final Origin ORIGIN = new Origin("ledger.example/registered");

  @TempDir Path folder;
  private SealingRig rig;

  @BeforeEach
  void start() {
    rig = new SealingRig(folder.resolve("ring"));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private LedgerOpener openerWith(KeyRing ring) {
    return rig.opener(ring, new Unguarded());
  }

  @Test
  void aLedgerWithoutItsFirstEntryIsSeenByNobody() {
    LedgerDescription ledger = rig.register("registered");
    assertThat(rig.directory.find("registered")).isEmpty();
    assertThat(rig.directory.all()).isEmpty();

    rig.opener().open(ledger, "DEMO", "Doanh nghiệp thử nghiệm", "Demonstration enterprise");

    assertThat(rig.directory.find("registered")).contains(ledger);
    assertThat(rig.directory.all()).containsExactly(ledger);
  }

  @Test
  void aSecondRegistrationFindsTheSameLedger() {
    assertThat(rig.register("registered")).isEqualTo(rig.register("registered"));
  }

  @Test
  void aReplicaWithAKeyFolderOfItsOwnIsRefusedBeforeAndAfterTheOpening() {
    rig.register("registered");
    KeyRing own = TestKeys.open(folder.resolve("own"));
    own.create(ORIGIN);
    assertOtherKeys(own);
    rig.open("registered");
    assertOtherKeys(own);
  }

  private void assertOtherKeys(KeyRing ring) {
    assertThatThrownBy(() -> openerWith(ring).register("registered", ORIGIN, true))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("other keys");
  }

  @Test
  void aReplicaThatLosesTheRaceWithItsOwnKeysIsRefused() {
    // Another replica registers the ledger after this one looked, while it makes its keys.
    KeyRing own = TestKeys.open(folder.resolve("own"));
    KeyRing slow = TestKeys.beforeCreating(own, () -> rig.register("registered"));
    assertOtherKeys(slow);
  }

  @Test
  void aRingWithoutTheLedgersKeysIsRefused() {
    rig.open("registered");
    KeyRing empty = TestKeys.open(folder.resolve("empty"));
    assertThatThrownBy(() -> openerWith(empty).register("registered", ORIGIN, true))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("no keys for the existing ledger registered");
  }

  @Test
  void anotherLedgersNameOrOriginOrKindIsRefusedInOneLine() {
    rig.open("registered");
    Origin other = new Origin("ledger.example/other");
    assertThatThrownBy(() -> rig.opener().register("registered", other, true))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("has the origin");
    assertThatThrownBy(() -> rig.opener().register("other", ORIGIN, true))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("belongs to the ledger registered");
    assertThatThrownBy(() -> rig.opener().register("registered", ORIGIN, false))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("is a sample ledger");
  }

  @Test
  void anOpenedLedgerStartsWithTheAuthorityKeyOffLineAndAnUnopenedOneDoesNot() throws Exception {
    LedgerDescription opened = rig.open("registered");
    rig.register("waiting");
    Files.delete(folder.resolve("ring/authority.p12"));
    LedgerOpener opener = openerWith(TestKeys.open(folder.resolve("ring")));

    assertThat(opener.register("registered", ORIGIN, true)).isEqualTo(opened);
    opener.open(opened, "DEMO", "Doanh nghiệp thử nghiệm", "Demonstration enterprise");
    LedgerDescription waiting =
        opener.register("waiting", new Origin("ledger.example/waiting"), true);
    assertThatThrownBy(() ->
            opener.open(waiting, "DEMO", "Doanh nghiệp thử nghiệm", "Demonstration enterprise"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("authority.p12");
  }
}
