package org.disclosureledger.service.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.disclosureledger.format.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentCipherTest {
  private static final StreamId STREAM = new StreamId("request/a");
  private static final DocumentPlace PLACE =
      new DocumentPlace(new UUID(7, 7), STREAM, new UUID(1, 1));

  @TempDir Path folder;
  private final Map<StreamId, SecretKey> keys = new HashMap<>(Map.of(STREAM, TestCipher.newKey()));
  private final DocumentCipher cipher = TestCipher.over(keys);

  private byte[] sealed(byte[] text) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (OutputStream out = cipher.encrypting(PLACE, to).orElseThrow()) {
      out.write(text);
    }
    return to.toByteArray();
  }

  private byte[] opened(DocumentPlace place, byte[] sealed) throws IOException {
    Path file = Files.write(folder.resolve("sealed"), sealed);
    try (InputStream in = cipher.decrypting(place, file).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  @Test
  void whatWasEncryptedOpensWhateverItsLength() throws IOException {
    for (int length : new int[] {0, 1, 15, 16, 17, 65_535, 65_536, 65_537, 300_000}) {
      byte[] text = new byte[length];
      new Random(length).nextBytes(text);
      byte[] sealed = sealed(text);

      assertThat(sealed).hasSize(12 + length + 16);
      assertThat(opened(PLACE, sealed)).isEqualTo(text);
    }
  }

  /** The layout is plain AES-256-GCM: the JDK's one-shot decryption reads it too. */
  @Test
  void anotherImplementationReadsIt() throws Exception {
    byte[] text = "Công văn số 0001/CV-MAU".getBytes(StandardCharsets.UTF_8);
    byte[] sealed = sealed(text);
    Cipher other = Cipher.getInstance("AES/GCM/NoPadding");
    other.init(
        Cipher.DECRYPT_MODE,
        keys.get(STREAM),
        new GCMParameterSpec(128, Arrays.copyOf(sealed, 12)));
    other.updateAAD(
        ("document/" + PLACE.ledger() + "/request/a/" + PLACE.document())
            .getBytes(StandardCharsets.UTF_8));

    assertThat(other.doFinal(sealed, 12, sealed.length - 12)).isEqualTo(text);
  }

  @Test
  void everyFlippedByteIsRefusedBeforeAByteIsGivenOut() throws IOException {
    byte[] sealed = sealed(new byte[40]);
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      Path file = Files.write(folder.resolve("altered"), altered);
      // Refused when opened: there is no stream that a byte could be read from.
      assertThatThrownBy(() -> cipher.decrypting(PLACE, file))
          .as("byte %d", i)
          .isInstanceOf(DocumentAltered.class)
          .hasMessageContaining("does not decrypt");
    }
  }

  @Test
  void aTruncatedCiphertextIsRefusedAtEveryLength() throws IOException {
    byte[] sealed = sealed(new byte[40]);
    for (int length = 0; length < sealed.length; length++) {
      byte[] shorter = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> opened(PLACE, shorter))
          .as("%d bytes", length)
          .isInstanceOf(DocumentAltered.class);
    }
  }

  @Test
  void aCiphertextOpensNowhereElse() throws IOException {
    byte[] sealed = sealed(new byte[40]);
    StreamId other = new StreamId("request/b");
    keys.put(other, keys.get(STREAM));
    for (DocumentPlace elsewhere :
        new DocumentPlace[] {
          new DocumentPlace(new UUID(7, 8), STREAM, PLACE.document()),
          new DocumentPlace(PLACE.ledger(), other, PLACE.document()),
          new DocumentPlace(PLACE.ledger(), STREAM, new UUID(1, 2))
        }) {
      assertThatThrownBy(() -> opened(elsewhere, sealed)).isInstanceOf(DocumentAltered.class);
    }
    assertThat(opened(PLACE, sealed)).hasSize(40);
  }

  @Test
  void everyEncryptionIsFresh() throws IOException {
    assertThat(sealed(new byte[40])).isNotEqualTo(sealed(new byte[40]));
  }

  @Test
  void aStreamWithoutAKeyEncryptsAndOpensNothing() throws IOException {
    byte[] sealed = sealed(new byte[40]);
    keys.clear();

    assertThat(cipher.encrypting(PLACE, OutputStream.nullOutputStream())).isEmpty();
    Path file = Files.write(folder.resolve("sealed"), sealed);
    assertThat(cipher.decrypting(PLACE, file)).isEmpty();
  }

  @Test
  void aReaderMayStopEarly() throws IOException {
    Path file = Files.write(folder.resolve("sealed"), sealed(new byte[300_000]));
    try (InputStream in = cipher.decrypting(PLACE, file).orElseThrow()) {
      assertThat(in.readNBytes(10)).hasSize(10);
    }
  }
}
