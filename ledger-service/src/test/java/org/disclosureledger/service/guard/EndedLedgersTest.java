package org.disclosureledger.service.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.HeadGuard;
import org.junit.jupiter.api.Test;

/** A ledger that ended takes nothing any more, whoever asks and whatever database answers. */
class EndedLedgersTest extends KeptHeadsBase {
  private static void refusesForEver(KeptHeads guard) {
    assertThatThrownBy(() -> guard.requireContinued(LEDGER, heads((byte) 1).get(12)))
        .isInstanceOfSatisfying(
            AppendRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(AppendRefused.Rule.LEDGER_SUCCEEDED))
        .hasMessageContaining("its successor is next");
    assertThat(guard.mayPublish(LEDGER)).isFalse();
    assertThat(guard.stopped()).as("nobody has to do anything").isEmpty();
    assertThat(guard.ended()).containsExactly(Map.entry("kept", "next"));
  }

  /** Also in a process that starts later, on the database that was lost and is back. */
  @Test
  void aLedgerThatEndedTakesNothingWhateverDatabaseComesBack() throws IOException {
    KeptHeads guard = guard();
    keep(guard, 9);
    guard.requireContinued(LEDGER, tree.get(9));
    HeadGuard.Stopped end = guard.end(LEDGER, signer.verifierKey(), "next");
    assertThat(end.published()).contains(note(tree.get(9)));
    assertThat(end.successor()).contains("next");
    for (KeptHeads each : List.of(guard, guard())) {
      each.examine();
      refusesForEver(each);
      keep(each, 12);
      assertThat(each.stopped(LEDGER, signer.verifierKey()).orElseThrow().successor())
          .contains("next");
    }
    assertThat(files()).containsExactly("9", "successor");
    assertThat(guard().end(LEDGER, signer.verifierKey(), "third").successor()).contains("next");
  }

  /** One that runs on the database that was lost, and has looked before. */
  @Test
  void aProcessThatSharesTheFolderTakesNothingFromTheEndOn() throws IOException {
    KeptHeads running = guard();
    running.examine();
    keep(running, 9);
    assertThat(running.mayPublish(LEDGER)).isTrue();
    guard().end(LEDGER, signer.verifierKey(), "next");
    assertThatThrownBy(() -> keep(running, 10)).hasMessageContaining("its successor is next");
    assertThat(files()).containsExactly("9", "successor");
    refusesForEver(running);
  }

  /** Its end is said while a large note is on its way to the disk. */
  @Test
  void aHeadThatIsNotThereYetWhenTheEndIsSaidIsToldToNobody() throws Exception {
    HeadFiles running = new HeadFiles(folder.resolve("heads"));
    running.keep(LEDGER, 9, note(tree.get(9)).toBytes());
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<?> kept = thread.submit(() -> running.keep(LEDGER, 10, new byte[128 << 20]));
      await().until(() -> files().size() == 2);
      HeadGuard.Stopped end = guard().end(LEDGER, signer.verifierKey(), "next");
      assertThat(end.published()).as("the large one was slower").contains(note(tree.get(9)));
      assertThatThrownBy(kept::get).rootCause().isInstanceOf(AppendRefused.class);
    }
  }

  /** Others of its batch go on: it is refused as one that has to be looked at. */
  @Test
  void aFolderThatCannotBeReadRefusesItsOwnLedger() throws IOException {
    KeptHeads guard = guard();
    guard.examine();
    keep(guard, 9);
    // In place of a file that no permission lets be read: root reads all.
    Files.createDirectory(folder.resolve("heads/kept/successor"));
    assertThatThrownBy(() -> guard.requireContinued(LEDGER, tree.get(9)))
        .isInstanceOfSatisfying(
            AppendRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(AppendRefused.Rule.HEAD_NOT_CONTINUED));
    Files.delete(folder.resolve("heads/kept/successor"));
    guard.requireContinued(LEDGER, tree.get(9));
  }

  @Test
  void theTopicAndTheDatabaseSayThatALedgerEndedToo() {
    keep(guard(), 9);
    byte[] note = note(tree.get(9)).toBytes();
    KeptHeads byTopic =
        guard(place(() -> List.of(new OutsideHeads.Kept(note, Optional.of("next")))));
    byTopic.examine();
    refusesForEver(byTopic);

    byte[] junk = "no note".getBytes(StandardCharsets.UTF_8);
    KeptHeads unsigned =
        guard(place(() -> List.of(new OutsideHeads.Kept(junk, Optional.of("next")))));
    unsigned.examine();
    assertThat(unsigned.mayPublish(LEDGER)).as("anybody could say so").isTrue();

    KeptHeads running = guard();
    running.examine();
    successor = Optional.of("next");
    assertThat(running.mayPublish(LEDGER)).isFalse();
    refusesForEver(running);
    KeptHeads later = guard();
    later.examine();
    refusesForEver(later);
  }

  /** With an alarm: whoever may write to the topic shall end nothing quietly, nor for ever. */
  @Test
  void anEndForWhichNobodyVouchesStopsTheLedgerUntilSomebodyHasLooked() {
    keep(guard(), 9);
    byte[] note = note(tree.get(9)).toBytes();
    AtomicReference<Optional<String>> claimed = new AtomicReference<>(Optional.of("x"));
    KeptHeads guard =
        guard(place(() -> List.of(new OutsideHeads.Kept(note, Optional.empty(), claimed.get()))));
    guard.examine();
    assertThat(guard.mayPublish(LEDGER)).isFalse();
    assertThat(guard.ended()).isEmpty();
    assertThat(guard.stopped().get("kept")).contains("nobody vouches for it");
    assertThatThrownBy(() -> guard.requireContinued(LEDGER, tree.get(12)))
        .isInstanceOfSatisfying(
            AppendRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(AppendRefused.Rule.HEAD_NOT_CONTINUED));
    assertThat(guard.stopped(LEDGER, signer.verifierKey()).orElseThrow().successor())
        .as("a successor may have another name")
        .isEmpty();
    claimed.set(Optional.empty());
    guard.examine();
    assertThat(guard.mayPublish(LEDGER)).isTrue();

    claimed.set(Optional.of("next"));
    guard.end(LEDGER, signer.verifierKey(), "next");
    guard.examine();
    refusesForEver(guard);
  }

  /** On another machine, whose own files say that the database is behind. */
  @Test
  void whoSaidItFirstInPublicOpensTheSuccessor() {
    keep(guard(), 9);
    size = 5;
    byte[] note = note(tree.get(11)).toBytes();
    KeptHeads guard =
        guard(
            place(() ->
                List.of(
                    OutsideHeads.Kept.of(note),
                    new OutsideHeads.Kept(note, Optional.of("third")),
                    new OutsideHeads.Kept(note, Optional.of("next")))));
    assertThat(guard.stopped(LEDGER, signer.verifierKey()).orElseThrow().successor())
        .contains("third");
    assertThat(guard.end(LEDGER, signer.verifierKey(), "next").successor()).contains("third");
  }

  @Test
  void whereTheEndCannotBeSaidIsTold() {
    keep(guard(), 9);
    HeadGuard.Stopped ended = guard(away()).end(LEDGER, signer.verifierKey(), "next");
    assertThat(ended.unread()).containsExactly("topic");
    assertThat(ended.successor()).contains("next");
  }
}
