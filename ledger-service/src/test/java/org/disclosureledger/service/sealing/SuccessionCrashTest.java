package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.disclosureledger.service.sealing.StoppedLedger.NEW;
import static org.disclosureledger.service.sealing.StoppedLedger.OLD;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.opening.PredecessorSettings;
import org.disclosureledger.service.opening.PredecessorSettings.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The opening of a successor, interrupted between any two of its steps or raced by another. */
class SuccessionCrashTest {
  @TempDir Path folder;
  private StoppedLedger before;
  private SealingRig rig;

  @BeforeEach
  void aStoppedLedger() {
    before = new StoppedLedger(folder.resolve("ring"));
    rig = before.rig;
  }

  @AfterEach
  void close() {
    before.close();
  }

  private String published(LedgerDescription ledger) {
    return before.predecessorIn(ledger).path("published").asString();
  }

  /** By whoever ran on the lost database until its end was said. */
  @Test
  void theLastHeadIsReadOnceTheEndWasSaid() {
    before.behindTheEnd =
        () -> before.stopped = StoppedLedger.stopped(Optional.of(before.published(11)));
    assertThat(published(before.open(OLD))).isEqualTo(before.published(11).toString());
  }

  @Test
  void aCrashBehindTheMarkOutsideIsGoneOnFrom() {
    before.behindTheEnd =
        () -> {
          throw new IllegalStateException("killed");
        };
    assertThatThrownBy(() -> before.open(OLD)).hasMessageContaining("killed");
    assertThat(before.ended).isEqualTo("old by new");
    assertThat(before.isRegistered("new")).isFalse();
    assertThat(rig.keys.find(NEW)).isEmpty();
    refused(null, "was interrupted: set its predecessor again");
    assertThat(before.isRegistered("new")).isFalse();

    before.stopped =
        new HeadGuard.Stopped(
            "ended", Optional.of(before.published(9)), List.of(), Optional.of("new"));
    LedgerDescription ledger = before.open(OLD);
    assertThat(published(ledger)).isEqualTo(before.published(9).toString());
    rig.verifyAll();
  }

  /** What entry 0 says was settled by then, whatever is found outside later. */
  @Test
  void aCrashBehindTheRegistrationIsGoneOnFromWithTheSameSettingAlone() {
    before.opener().register("new", NEW, true, OLD);
    for (HeadGuard.@Nullable Stopped later :
        new HeadGuard.@Nullable Stopped[] {
          null, StoppedLedger.stopped(Optional.of(before.published(12)))
        }) {
      before.stopped = later;
      refused(null, "was interrupted");
      refused(new PredecessorSettings("third", Reason.OTHER, "", null), "not on third");
      refused(
          new PredecessorSettings("old", Reason.OTHER, "", null),
          "set its predecessor again, with the reason restored-backup");
    }
    LedgerDescription ledger = before.open(OLD);
    assertThat(published(ledger)).isEqualTo(before.published(9).toString());
    assertThat(rig.vault.open(ledger.id(), new StreamId("ledger"), 0)).hasSize(1);
    rig.verifyAll();
  }

  /** Who can break the opening off can write there meanwhile; entry 0 would say it for ever. */
  @Test
  void whatEntryZeroIsToSayIsNotChangedInTheDatabase() {
    before.opener().register("new", NEW, true, OLD);
    JdbcClient.create(rig.database.superuser())
        .sql(
            """
            DO $$ BEGIN
              SET LOCAL session_replication_role = replica;
              UPDATE ledger SET predecessor =
                  jsonb_set(predecessor, '{published}', to_jsonb($note$%s$note$::text))
                WHERE name = 'new';
            END $$\
            """
                .formatted(before.published(3)))
        .update();
    refused(OLD, "was changed in the database");
    assertThatThrownBy(() -> before.open(OLD)).isInstanceOf(StartRefused.class);
    assertThat(rig.directory.find("new")).isEmpty();
  }

  private void refused(@Nullable PredecessorSettings predecessor, String why) {
    assertThatThrownBy(() -> before.opener().register("new", NEW, true, predecessor))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(why);
  }

  @Test
  void aCrashBehindEntryZeroIsGoneOnFrom() {
    before.opener().register("new", NEW, true, OLD);
    before.behindTheEnd =
        () -> {
          throw new IllegalStateException("killed");
        };
    assertThatThrownBy(() -> before.open(OLD)).hasMessageContaining("killed");
    LedgerDescription ledger = rig.directory.find("new").orElseThrow();
    assertThat(rig.size(ledger)).isOne();
    before.open(OLD);
    assertThat(rig.size(ledger)).isEqualTo(3);
    assertThat(rig.append(ledger, SealingRig.stream("b"), 1).firstLeafIndex()).isEqualTo(3);
    rig.verifyAll();
  }

  /** Two replicas start with one setting: one is quicker, and both go on with what it wrote. */
  @Test
  void aReplicaThatIsSlowerFindsWhatTheOtherOpened() {
    before.behindTheEnd =
        () -> {
          before.open(OLD);
          before.stopped = StoppedLedger.stopped(Optional.of(before.published(12)));
        };
    LedgerDescription ledger = before.open(OLD);
    assertThat(published(ledger)).isEqualTo(before.published(9).toString());
    assertThat(rig.size(ledger)).isEqualTo(3);
  }

  @Test
  void anotherSuccessorThatIsQuickerIsTheOne() {
    before.behindTheEnd =
        () ->
            before.stopped =
                new HeadGuard.Stopped(
                    "ended", Optional.of(before.published(9)), List.of(), Optional.of("third"));
    refused(OLD, "has a successor already, third");
    assertThat(before.isRegistered("new")).isFalse();
  }
}
