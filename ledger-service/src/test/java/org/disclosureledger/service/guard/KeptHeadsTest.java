package org.disclosureledger.service.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.NoteSignature;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.service.keys.TestKeys;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.HeadGuard;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.junit.jupiter.api.Test;

class KeptHeadsTest extends KeptHeadsBase {
  private static void refuses(KeptHeads guard, TreeHead head) {
    assertThatThrownBy(() -> guard.requireContinued(LEDGER, head))
        .isInstanceOfSatisfying(
            AppendRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(AppendRefused.Rule.HEAD_NOT_CONTINUED));
  }

  @Test
  void theNewestHeadStandsInAFileOfItsSizeAndNoOther() throws IOException {
    KeptHeads guard = guard();
    guard.examine();
    for (int at : new int[] {1, 5, 3, 9}) {
      keep(guard, at);
    }
    assertThat(files()).containsExactly("9");
    assertThat(Files.readAllBytes(folder.resolve("heads/kept/9")))
        .isEqualTo(note(tree.get(9)).toBytes());
  }

  @Test
  void aDatabaseThatGoesOnIsTakenAndOneThatIsBehindIsNotUntilItIsBack() {
    keep(guard(), 9);
    for (int now = 0; now <= 12; now++) {
      size = now;
      KeptHeads guard = guard();
      guard.examine();
      if (now < 9) {
        refuses(guard, tree.get(now));
        assertThat(guard.stopped().get("kept")).contains("fewer entries than size 9");
        size = 12;
        guard.examine();
      }
      assertThat(guard.stopped()).isEmpty();
      assertThatCode(() -> guard.requireContinued(LEDGER, tree.get(12))).doesNotThrowAnyException();
    }
  }

  @Test
  void anotherTreeOfTheSameSizeOrALargerOneIsAFork() {
    keep(guard(), 9);
    tree = heads((byte) 2);
    for (int now : new int[] {9, 12}) {
      size = now;
      KeptHeads guard = guard();
      guard.examine();
      refuses(guard, tree.get(now));
      assertThat(guard.stopped().get("kept")).contains("another tree at size 9");
    }
  }

  /** While the process runs, and its connection was not new. */
  @Test
  void aHeadThatGoesBackUnderItsLockIsRefused() {
    KeptHeads guard = guard();
    guard.examine();
    keep(guard, 7);
    refuses(guard, tree.get(6));
    refuses(guard, heads((byte) 2).get(7));
    guard.requireContinued(LEDGER, tree.get(7));
    guard.requireContinued(LEDGER, tree.get(8));
  }

  @Test
  void whatIsNoHeadOfThisLedgerStopsItToo() throws IOException {
    LedgerDescription other =
        new LedgerDescription(new UUID(7, 2), "other", new Origin("ledger.example/other"), false);
    SignedNote foreignOrigin =
        keys.create(other.origin()).checkpoint().sign(new Checkpoint(other.origin(), tree.get(3)));
    SignedNote foreignKey =
        TestKeys.open(folder.resolve("keys2"))
            .create(LEDGER.origin())
            .checkpoint()
            .sign(new Checkpoint(LEDGER.origin(), tree.get(3)));
    byte[] altered = note(tree.get(3)).toBytes();
    altered[altered.length - 10] ^= 1;
    for (byte[] bytes :
        List.of(
            foreignOrigin.toBytes(),
            foreignKey.toBytes(),
            altered,
            new byte[0],
            "no note".getBytes(StandardCharsets.UTF_8))) {
      Files.createDirectories(folder.resolve("heads/kept"));
      Files.write(folder.resolve("heads/kept/3"), bytes);
      KeptHeads guard = guard();
      guard.examine();
      refuses(guard, tree.get(12));
    }
  }

  /** It is looked at when it is opened, when no directory knows it yet. */
  @Test
  void aLedgerOfANameThatWasPublishedBeforeIsNotOpenedAnew() {
    keep(guard(), 9);
    size = 0;
    refuses(guard(), tree.get(0));
  }

  @Test
  void theTopicVouchesTooAndBrokersThatAreAwayStopNobodyWhomAFileVouchesFor() {
    size = 5;
    KeptHeads behind =
        guard(place(List.of(note(tree.get(4)).toBytes(), note(tree.get(6)).toBytes())));
    behind.examine();
    refuses(behind, tree.get(5));
    KeptHeads even =
        guard(place(List.of(note(tree.get(5)).toBytes(), note(tree.get(4)).toBytes())));
    even.examine();
    even.requireContinued(LEDGER, tree.get(5));
    refuses(even, tree.get(4));
    AtomicReference<Optional<RuntimeException>> failure =
        new AtomicReference<>(Optional.of(new KafkaException("away")));
    KeptHeads away = guard(failing(failure));
    away.examine();
    refuses(away, tree.get(5));
    assertThat(away.mayPublish(LEDGER)).isFalse();
    assertThat(away.stopped().get("kept")).contains("no head of it is kept here", "topic");
    failure.set(Optional.empty());
    refuses(away, tree.get(5));
    nanoTime.addAndGet(Duration.ofSeconds(10).toNanos());
    away.requireContinued(LEDGER, tree.get(5));
    assertThat(away.mayPublish(LEDGER)).isTrue();

    keep(guard(), 5);
    failure.set(Optional.of(new KafkaException("away")));
    KeptHeads withFile = guard(failing(failure));
    withFile.examine();
    withFile.requireContinued(LEDGER, tree.get(5));
  }

  /** Nobody can take a record out of a topic again. */
  @Test
  void whatIsNoNoteInATopicHidesNoneAndStopsNobody() {
    size = 5;
    byte[] junk = "no note".getBytes(StandardCharsets.UTF_8);
    KeptHeads even = guard(place(List.of(new byte[0], note(tree.get(5)).toBytes(), junk)));
    even.examine();
    even.requireContinued(LEDGER, tree.get(5));
    KeptHeads behind = guard(place(List.of(note(tree.get(6)).toBytes(), junk)));
    behind.examine();
    refuses(behind, tree.get(5));
  }

  @Test
  void aPlaceThatFailsStopsItsLedgerAndThrowsNothing() {
    size = 5;
    AtomicReference<Optional<RuntimeException>> failure =
        new AtomicReference<>(Optional.of(new IllegalStateException("no such folder")));
    KeptHeads guard = guard(failing(failure));
    assertThat(guard.mayPublish(LEDGER)).as("not looked at yet").isFalse();
    guard.examine();
    refuses(guard, tree.get(5));
    assertThat(guard.stopped().get("kept")).contains("no such folder");
  }

  @Test
  void whatIsStoppedSaysWhyAndTheLargestHeadThatItsKeySigned() {
    KeptHeads sound = guard();
    keep(sound, 9);
    assertThat(sound.stopped(LEDGER, signer.verifierKey())).isEmpty();
    size = 5;
    SignedNote signed = note(tree.get(11));
    NoteSignature stranger =
        new NoteSignature("ledger.example/stranger", new byte[4], new byte[64]);
    byte[] larger = signed.with(stranger).toBytes();
    KeptHeads guard = guard(place(List.of(larger, note(tree.get(10)).toBytes(), new byte[0])));
    HeadGuard.Stopped stopped = guard.stopped(LEDGER, signer.verifierKey()).orElseThrow();
    assertThat(stopped.why())
        .isEqualTo(
            "the database has fewer entries than size 9, in %s;%s"
                .formatted(folder.resolve("heads/kept"), WAYS_OUT));
    assertThat(stopped.published()).as("and nobody else's signature").contains(signed);
    assertThat(stopped.unread()).isEmpty();

    HeadGuard.Stopped alone = guard(away()).stopped(LEDGER, signer.verifierKey()).orElseThrow();
    assertThat(alone.published()).contains(note(tree.get(9)));
    assertThat(alone.unread()).containsExactly("topic");
  }

  /** Its head is vouched for by the key that the database names. */
  @Test
  void aLedgerWhoseKeysAreLostIsStoppedAndItsLastHeadIsFoundAllTheSame() {
    keep(guard(), 9);
    SignedNote kept = note(tree.get(9));
    VerifierKey lost = signer.verifierKey();
    keys = TestKeys.open(folder.resolve("keys2"));
    HeadGuard.Stopped stopped = guard().stopped(LEDGER, lost).orElseThrow();
    assertThat(stopped.why()).contains("a head of other keys or another origin is kept");
    assertThat(stopped.published()).contains(kept);
    VerifierKey other = keys.create(LEDGER.origin()).checkpoint().verifierKey();
    assertThat(guard().stopped(LEDGER, other).orElseThrow().published()).isEmpty();
  }
}
