package org.disclosureledger.service.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.DocumentAltered;
import org.disclosureledger.service.disclosure.DocumentPlace;
import org.disclosureledger.service.disclosure.TestCipher;
import org.disclosureledger.service.envelope.CommandRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of the intake over every kind of store. */
abstract class StoreContract {
  static final UUID LEDGER = new UUID(7, 7);
  static final StreamId STREAM = new StreamId("request/00000000-0000-4000-8000-000000000001");
  static final StreamId OTHER = new StreamId("request/00000000-0000-4000-8000-000000000002");

  @TempDir Path folder;
  final Map<StreamId, SecretKey> keys =
      new HashMap<>(Map.of(STREAM, TestCipher.newKey(), OTHER, TestCipher.newKey()));
  Instant now = Instant.now();
  AttachmentStore store;
  AttachmentIntake intake;

  /** A store with nothing in it. */
  abstract AttachmentStore emptyStore() throws IOException;

  /** What an intruder at the store does: other bytes under the same name. */
  abstract void alter(ObjectName name, byte[] content) throws IOException;

  @BeforeEach
  void open() throws IOException {
    store = emptyStore();
    intake =
        new AttachmentIntake(
            store, new Spool(folder.resolve("spool")), TestCipher.over(keys), () -> now);
  }

  static DocumentPlace place(StreamId stream, int document) {
    return new DocumentPlace(LEDGER, stream, new UUID(0, document));
  }

  static ObjectName name(DocumentPlace place, Received received) {
    return new ObjectName(place.ledger(), place.stream(), received.object());
  }

  final Received receive(DocumentPlace place, byte[] bytes) throws IOException {
    return intake.receive(place, new ByteArrayInputStream(bytes), "công-văn.pdf");
  }

  private byte[] opened(DocumentPlace place, Received received) throws IOException {
    try (InputStream in = intake.open(place, received.object())) {
      return in.readAllBytes();
    }
  }

  final List<ObjectName> stored() throws IOException {
    List<ObjectName> names = new ArrayList<>();
    store.visitAll(object -> names.add(object.name()));
    return names;
  }

  final void nothingIsSpooled() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("spool"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aStoredDocumentComesBackAsItWas() throws IOException {
    byte[] pdf = TestDocuments.pdfBytes(200_000);
    Received received = receive(place(STREAM, 1), pdf);

    assertThat(received.mediaType()).isEqualTo("application/pdf");
    assertThat(received.size()).isEqualTo(200_000);
    assertThat(received.digest()).isEqualTo(Sha256.hex(pdf));
    assertThat(opened(place(STREAM, 1), received)).isEqualTo(pdf);
    assertThat(stored()).containsExactly(name(place(STREAM, 1), received));
    nothingIsSpooled();
  }

  @Test
  void whatIsStoredIsNamedByItsOwnHashAndShowsNothing() throws IOException {
    Received received = receive(place(STREAM, 1), TestDocuments.pdfBytes(5_000));
    byte[] sealed;
    try (InputStream in = store.get(name(place(STREAM, 1), received)).orElseThrow()) {
      sealed = in.readAllBytes();
    }

    assertThat(Sha256.hex(sealed)).isEqualTo(received.object());
    assertThat(sealed).hasSize(5_000 + 28);
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("%PDF");
  }

  @Test
  void theSameDocumentOfTwoRequestsIsTwoObjects() throws IOException {
    byte[] pdf = TestDocuments.pdfBytes(1_000);
    Received first = receive(place(STREAM, 1), pdf);
    Received second = receive(place(OTHER, 1), pdf);
    assertThat(first.digest()).isEqualTo(second.digest());
    assertThat(first.object()).isNotEqualTo(second.object());

    keys.remove(STREAM);
    intake.discard(place(STREAM, 1), first.object());
    assertThat(opened(place(OTHER, 1), second)).isEqualTo(pdf);
    assertThatThrownBy(() -> intake.open(place(STREAM, 1), first.object()))
        .hasMessageStartingWith("document-erased");
    nothingIsSpooled();
  }

  @Test
  void anErasedKeyLeavesNothingToOpen() throws IOException {
    Received received = receive(place(STREAM, 1), TestDocuments.pdfBytes(1_000));
    keys.remove(STREAM);

    assertThatThrownBy(() -> intake.open(place(STREAM, 1), received.object()))
        .isInstanceOf(CommandRefused.class)
        .hasMessageStartingWith("document-erased");
    nothingIsSpooled();
  }

  @Test
  void aStreamWithoutAnEntryTakesNoDocument() throws IOException {
    keys.clear();

    assertThatThrownBy(() -> receive(place(STREAM, 1), TestDocuments.pdfBytes(1_000)))
        .hasMessageStartingWith("request-not-recorded");
    assertThat(stored()).isEmpty();
    nothingIsSpooled();
  }

  @Test
  void anAlteredObjectGivesOutNothing() throws IOException {
    Received received = receive(place(STREAM, 1), TestDocuments.pdfBytes(1_000));
    Received other = receive(place(STREAM, 2), TestDocuments.pdfBytes(2_000));
    ObjectName name = name(place(STREAM, 1), received);
    byte[] sealed;
    try (InputStream in = store.get(name).orElseThrow()) {
      sealed = in.readAllBytes();
    }
    sealed[500] ^= 1;
    alter(name, sealed);

    assertThatThrownBy(() -> intake.open(place(STREAM, 1), received.object()))
        .isInstanceOf(DocumentAltered.class)
        .hasMessageContaining("other bytes than its name's");
    // Under its right name, but said to be another document.
    assertThatThrownBy(() -> intake.open(place(STREAM, 1), other.object()))
        .isInstanceOf(DocumentAltered.class)
        .hasMessageContaining("does not decrypt");
    nothingIsSpooled();
  }

  @Test
  void fiftyMebibytesPassAndOneByteMoreLeavesNothing() throws IOException {
    Received received =
        intake.receive(
            place(STREAM, 1), TestDocuments.pdf(AttachmentIntake.MAX_BYTES), "công-văn.pdf");
    assertThat(received.size()).isEqualTo(50L * 1024 * 1024);
    try (InputStream in = intake.open(place(STREAM, 1), received.object())) {
      assertThat(in.transferTo(java.io.OutputStream.nullOutputStream())).isEqualTo(received.size());
    }

    assertThatThrownBy(() ->
            intake.receive(
                place(STREAM, 2),
                TestDocuments.pdf(AttachmentIntake.MAX_BYTES + 1),
                "công-văn.pdf"))
        .isInstanceOf(CommandRefused.class)
        .hasMessageStartingWith("document-too-large");
    assertThat(stored()).containsExactly(name(place(STREAM, 1), received));
    nothingIsSpooled();
  }

  @Test
  void aSenderWhoBreaksOffLeavesNothing() throws IOException {
    InputStream broken =
        new java.io.SequenceInputStream(
            TestDocuments.pdf(200_000),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the sender went away");
              }
            });

    assertThatThrownBy(() -> intake.receive(place(STREAM, 1), broken, null))
        .hasMessage("the sender went away");
    assertThat(stored()).isEmpty();
    nothingIsSpooled();
  }

  @Test
  void anEmptyOrUnwantedDocumentLeavesNothing() throws IOException {
    assertThatThrownBy(() -> receive(place(STREAM, 1), new byte[0]))
        .hasMessageStartingWith("document-empty");
    assertThatThrownBy(() -> receive(place(STREAM, 1), TestDocuments.hex("4d5a", 500)))
        .hasMessageStartingWith("document-is-active");
    assertThat(stored()).isEmpty();
    nothingIsSpooled();
  }

  @Test
  void theSweepDeletesOldOrphansAndNothingElse() throws IOException {
    Received named = receive(place(STREAM, 1), TestDocuments.pdfBytes(1_000));
    Received orphan = receive(place(STREAM, 2), TestDocuments.pdfBytes(1_000));
    Set<ObjectName> committed = new HashSet<>(Set.of(name(place(STREAM, 1), named)));
    Path left = Files.writeString(folder.resolve("spool/left.spool"), "half a ciphertext");

    assertThat(intake.sweep(committed::contains)).isZero();
    assertThat(stored()).hasSize(2);
    assertThat(left).exists();

    now = now.plus(AttachmentIntake.ORPHAN_AGE).plus(Duration.ofMinutes(2));
    assertThat(intake.sweep(committed::contains)).isOne();
    assertThat(stored()).containsExactly(name(place(STREAM, 1), named));
    assertThat(store.get(name(place(STREAM, 2), orphan))).isEmpty();
    assertThat(left).doesNotExist();
    assertThat(intake.sweep(committed::contains)).isZero();
  }

  @Test
  void whatWasJudgedForDaysIsNotAskedAboutAgain() throws IOException {
    Received received = receive(place(STREAM, 1), TestDocuments.pdfBytes(1_000));
    List<ObjectName> asked = new ArrayList<>();
    Instant stored = now;

    for (int day = 0; day < 9; day++) {
      now = stored.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(2));
      intake.sweep(name -> {
        asked.add(name);
        return true;
      });
    }
    assertThat(asked).hasSize(3).containsOnly(name(place(STREAM, 1), received));
  }

  @Test
  void aLostObjectIsNotCalledErased() throws IOException {
    Received received = receive(place(STREAM, 1), TestDocuments.pdfBytes(1_000));
    store.delete(name(place(STREAM, 1), received));

    assertThatThrownBy(() -> intake.open(place(STREAM, 1), received.object()))
        .isInstanceOf(DocumentLost.class)
        .hasMessageContaining(received.object());
    nothingIsSpooled();
  }

  @Test
  void aSweepThatCannotAskDeletesNothing() throws IOException {
    receive(place(STREAM, 1), TestDocuments.pdfBytes(1_000));
    now = now.plus(Duration.ofDays(2));

    assertThatThrownBy(() ->
            intake.sweep(name -> {
              throw new IllegalStateException("the database is away");
            }))
        .hasMessage("the database is away");
    assertThat(stored()).hasSize(1);
  }

  @Test
  void deletingTwiceIsNoError() throws IOException {
    Received received = receive(place(STREAM, 1), TestDocuments.pdfBytes(1_000));
    intake.discard(place(STREAM, 1), received.object());
    intake.discard(place(STREAM, 1), received.object());

    assertThat(stored()).isEmpty();
    assertThat(store.get(name(place(STREAM, 1), received))).isEmpty();
  }

  @Test
  void destroyingAStreamsDocumentsLeavesThoseOfOthers() throws IOException {
    for (int document = 1; document <= 5; document++) {
      receive(place(STREAM, document), TestDocuments.pdfBytes(1_000 + document));
    }
    Received kept = receive(place(OTHER, 1), TestDocuments.pdfBytes(1_000));
    UUID neighbour = new UUID(7, 8);
    DocumentPlace elsewhere = new DocumentPlace(neighbour, STREAM, new UUID(0, 1));
    Received theirs = receive(elsewhere, TestDocuments.pdfBytes(1_000));
    assertThat(stored()).hasSize(7);

    intake.destroy(LEDGER, STREAM);
    assertThat(stored())
        .containsExactlyInAnyOrder(
            name(place(OTHER, 1), kept), new ObjectName(neighbour, STREAM, theirs.object()));
    assertThat(opened(place(OTHER, 1), kept)).hasSize(1_000);
    intake.destroy(LEDGER, STREAM);
    assertThat(stored()).hasSize(2);
  }
}
