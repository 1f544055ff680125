package org.disclosureledger.service.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.disclosureledger.format.Sha256;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.DocumentAltered;
import org.disclosureledger.service.disclosure.DocumentCipher;
import org.disclosureledger.service.disclosure.DocumentPlace;
import org.disclosureledger.service.envelope.CommandRefused;
import org.jspecify.annotations.Nullable;

/**
 * Takes documents in and gives them out, streaming, in constant memory. A document is stored before
 * its entry is appended, so that no entry names what is not there; one whose entry never comes is
 * an orphan for {@link #sweep}. Safe for threads.
 */
public final class AttachmentIntake {
  /** Largest document: 50 MiB. */
  public static final long MAX_BYTES = 50L * 1024 * 1024;

  /** An object younger than this may belong to a command under way: no sweep touches it. */
  public static final Duration ORPHAN_AGE = Duration.ofHours(24);

  /** An object older than this was judged by the sweeps before: none asks again, night by night. */
  public static final Duration JUDGED_AGE = Duration.ofDays(4);

  private static final int BUFFER = 64 * 1024;

  private final AttachmentStore store;
  private final Spool spool;
  private final DocumentCipher cipher;
  private final InstantSource clock;
  private final MediaTypes types = new MediaTypes();

  AttachmentIntake(AttachmentStore store, Spool spool, DocumentCipher cipher, InstantSource clock) {
    this.store = store;
    this.spool = spool;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * Reads, judges, encrypts and stores one document. Each call stores an object of its own, also of
   * the same document. Not in a database transaction: it lasts as long as the sender sends.
   *
   * @param place its stream must have an entry already
   * @param body read to its end, not closed; its length need not be known
   * @param declaredName the sender's name of the file, for telling types apart; may be absent
   * @throws CommandRefused by an {@link AttachmentRule}; nothing is left behind
   * @throws StoreUnavailable when the store fails; nothing is left behind, or an orphan
   * @throws IOException when the sender fails; nothing is left behind
   */
  public Received receive(DocumentPlace place, InputStream body, @Nullable String declaredName)
      throws IOException {
    byte[] prefix = body.readNBytes(MediaTypes.PREFIX);
    if (prefix.length == 0) {
      throw new CommandRefused(AttachmentRule.DOCUMENT_EMPTY, "it has no bytes");
    }
    String mediaType = types.detect(prefix, declaredName);
    Path spooled = spool.create();
    try {
      MessageDigest plain = Sha256.begin();
      MessageDigest sealed = Sha256.begin();
      long size;
      try (OutputStream out = sealing(place, spooled, sealed)) {
        size = copy(prefix, body, out, plain);
      }
      Received received = new Received(mediaType, size, hex(plain), hex(sealed));
      put(new ObjectName(place.ledger(), place.stream(), received.object()), spooled);
      return received;
    } finally {
      Files.deleteIfExists(spooled);
    }
  }

  /**
   * SHA-256 of a document that is not to be stored, 64 hexadecimal digits.
   *
   * @param body read to its end, not closed
   * @throws CommandRefused by {@link AttachmentRule#DOCUMENT_TOO_LARGE}
   * @throws IOException when the sender fails
   */
  public static String digest(InputStream body) throws IOException {
    MessageDigest plain = Sha256.begin();
    copy(new byte[0], body, OutputStream.nullOutputStream(), plain);
    return hex(plain);
  }

  private void put(ObjectName name, Path spooled) throws StoreUnavailable {
    try {
      store.put(name, spooled);
    } catch (IOException e) {
      throw new StoreUnavailable("an object cannot be stored", e);
    }
  }

  private OutputStream sealing(DocumentPlace place, Path spooled, MessageDigest sealed)
      throws IOException {
    OutputStream file = Spool.forced(spooled);
    try {
      return cipher
          .encrypting(place, new DigestOutputStream(file, sealed))
          .orElseThrow(() ->
              new CommandRefused(
                  AttachmentRule.REQUEST_NOT_RECORDED, place.stream() + " has no entry"));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Counts while it copies: what the sender says of the length is not asked. */
  private static long copy(byte[] prefix, InputStream body, OutputStream out, MessageDigest plain)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    plain.update(prefix);
    out.write(prefix);
    long size = prefix.length;
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      size += read;
      if (size > MAX_BYTES) {
        throw new CommandRefused(
            AttachmentRule.DOCUMENT_TOO_LARGE, "it goes on after " + MAX_BYTES + " bytes");
      }
      plain.update(buffer, 0, read);
      out.write(buffer, 0, read);
    }
    return size;
  }

  /**
   * The document, for a caller who may read it. Every byte was checked against the object's name
   * and the cipher's tag before the first is given out. Close it: a temporary ciphertext goes with
   * it.
   *
   * @param object as the document's entry names it
   * @throws CommandRefused by {@link AttachmentRule#DOCUMENT_ERASED} when its key is gone
   * @throws DocumentLost when its key is there, and the store has no such object
   * @throws DocumentAltered when the store holds other bytes under this name
   * @throws StoreUnavailable when the store fails
   */
  public InputStream open(DocumentPlace place, String object) throws IOException {
    ObjectName name = new ObjectName(place.ledger(), place.stream(), object);
    // An erasure destroys the key: only then is an object that is not there as it should be.
    if (!cipher.hasKey(place)) {
      throw erased(name);
    }
    Path spooled = spool.create();
    try {
      fetch(place, name, spooled);
      InputStream text = cipher.decrypting(place, spooled).orElseThrow(() -> erased(name));
      return new FilterInputStream(text) {
        @Override
        public void close() throws IOException {
          try {
            super.close();
          } finally {
            Files.deleteIfExists(spooled);
          }
        }
      };
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(spooled);
      throw e;
    }
  }

  private void fetch(DocumentPlace place, ObjectName name, Path spooled) throws IOException {
    MessageDigest sealed = Sha256.begin();
    try {
      Optional<InputStream> stored = store.get(name);
      try (InputStream in = stored.orElseThrow(() -> new DocumentLost(name));
          OutputStream out = Files.newOutputStream(spooled)) {
        new DigestInputStream(in, sealed).transferTo(out);
      }
    } catch (IOException e) {
      throw new StoreUnavailable("an object cannot be fetched", e);
    }
    if (!hex(sealed).equals(name.object())) {
      throw new DocumentAltered(place, "is stored with other bytes than its name's");
    }
  }

  private static CommandRefused erased(ObjectName name) {
    return new CommandRefused(AttachmentRule.DOCUMENT_ERASED, "of " + name.stream());
  }

  /** Deletes an object whose command was refused after it was stored. */
  public void discard(DocumentPlace place, String object) throws IOException {
    store.delete(new ObjectName(place.ledger(), place.stream(), object));
  }

  /** Deletes every object of a stream that was erased, also those that no entry names. */
  public void destroy(UUID ledger, StreamId stream) throws IOException {
    store.deleteAll(ledger, stream);
  }

  /**
   * Deletes orphans: objects between {@link #ORPHAN_AGE} and {@link #JUDGED_AGE} old that no
   * committed document names, and files that a crash left in the spool. An orphan that no sweep met
   * in that time, since the service did not run, stays: it is a ciphertext that nobody names.
   *
   * @param named whether a committed {@code document.attached} names the object, or that is not
   *     known; asked of those of that age only. An exception of it ends the sweep
   * @return how many objects were deleted
   */
  public int sweep(Predicate<ObjectName> named) throws IOException {
    Instant olderThan = clock.instant().minus(ORPHAN_AGE);
    Instant judged = clock.instant().minus(JUDGED_AGE);
    int[] deleted = {0};
    store.visitAll(object -> {
      if (object.storedAt().isBefore(olderThan)
          && object.storedAt().isAfter(judged)
          && !named.test(object.name())) {
        store.delete(object.name());
        deleted[0]++;
      }
    });
    spool.sweep(olderThan);
    return deleted[0];
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
