package org.disclosureledger.service.disclosure;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.io.CipherInputStream;
import org.bouncycastle.crypto.io.InvalidCipherTextIOException;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Encrypts whole documents under the data key of their stream: AES-256-GCM with a fresh 96-bit
 * nonce, {@code nonce || ciphertext || 128-bit tag}, the document's place as associated data. Both
 * ways stream, in constant memory; whoever destroys the data key destroys the documents with it.
 */
public final class DocumentCipher {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int OVERHEAD = NONCE + TAG_BITS / 8;
  private static final int BUFFER = 64 * 1024;

  private final StreamKeys keys;
  private final SecureRandom random;

  DocumentCipher(StreamKeys keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  /**
   * Encrypts what is written; closing it writes the tag and closes {@code to}. One document is at
   * most 2^36 - 32 bytes (NIST SP 800-38D), which no limit here comes near.
   *
   * @return empty when the stream has no data key: nothing was recorded in it, or it was erased
   */
  public Optional<OutputStream> encrypting(DocumentPlace place, OutputStream to)
      throws IOException {
    Optional<SecretKey> key = keys.keyOf(place.ledger(), place.stream());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(associated(place));
      to.write(nonce);
      return Optional.of(new CipherOutputStream(to, cipher));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has AES-GCM", e);
    }
  }

  /** Whether the stream has a data key; without one its documents are erased, or never were. */
  public boolean hasKey(DocumentPlace place) {
    return keys.keyOf(place.ledger(), place.stream()).isPresent();
  }

  /**
   * Opens a ciphertext that lies in a file of this process alone. The file is read twice: once to
   * check the tag, and only then to give out the text, so that not one byte is released before all
   * are known to be genuine.
   *
   * @return the text; empty when the stream has no data key any more
   * @throws DocumentAltered when the ciphertext is not this document's
   */
  public Optional<InputStream> decrypting(DocumentPlace place, Path ciphertext) throws IOException {
    Optional<SecretKey> key = keys.keyOf(place.ledger(), place.stream());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    if (Files.size(ciphertext) < OVERHEAD) {
      throw new DocumentAltered(place, "is shorter than its nonce and tag");
    }
    try (InputStream checked = decrypted(place, key.get(), ciphertext)) {
      checked.transferTo(OutputStream.nullOutputStream());
    } catch (InvalidCipherTextIOException e) {
      throw new DocumentAltered(place, "does not decrypt", e);
    }
    return Optional.of(decrypted(place, key.get(), ciphertext));
  }

  // Bouncy Castle's GCM gives out text while it reads, where the JDK's keeps all of it in memory
  // until the tag has come.
  private static InputStream decrypted(DocumentPlace place, SecretKey key, Path ciphertext)
      throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(ciphertext), BUFFER);
    try {
      byte[] nonce = in.readNBytes(NONCE);
      GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
      cipher.init(
          false,
          new AEADParameters(
              new KeyParameter(key.getEncoded()), TAG_BITS, nonce, associated(place)));
      return textOf(in, cipher);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static InputStream textOf(InputStream sealed, GCMModeCipher cipher) {
    return new FilterInputStream(new CipherInputStream(sealed, cipher)) {
      @Override
      public void close() throws IOException {
        // Not the cipher's stream, which takes a reader who stops early for a tag that is wrong.
        sealed.close();
      }
    };
  }

  /** Not the associated data of any disclosure, which names a ledger first. */
  private static byte[] associated(DocumentPlace place) {
    return ("document/" + place.ledger() + "/" + place.stream().value() + "/" + place.document())
        .getBytes(StandardCharsets.UTF_8);
  }
}
