package org.disclosureledger.service.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.disclosureledger.service.database.SecretFile;
import org.disclosureledger.service.database.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ids of destroyed data keys, one a line, in a file that no backup of the database restores. It
 * only grows, and what was added is on disk when {@link #add} returns. Processes may share it.
 */
public final class ErasedKeysFile {
  // A file lock belongs to the whole JVM: two in one would collide instead of wait, and closing the
  // file anywhere in it gives the lock up (POSIX).
  private static final ReentrantLock WITHIN_THIS_PROCESS = new ReentrantLock();
  private static final int LINE = 37;
  private static final Pattern CUT_OFF = Pattern.compile("[0-9a-f-]{0,35}");
  private static final Logger log = LoggerFactory.getLogger(ErasedKeysFile.class);

  private final Path file;

  ErasedKeysFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * Creates the file if it is not there, 0600.
   *
   * @throws StartRefused when others may read it
   */
  static ErasedKeysFile open(Path path) {
    ErasedKeysFile opened = new ErasedKeysFile(path);
    Path folder = SecretFile.folder(parent(opened.file));
    try {
      Files.createFile(
          opened.file,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
    } catch (FileAlreadyExistsException e) {
      SecretFile.read(opened.file); // refused if it is open to others
    } catch (IOException e) {
      throw new StartRefused("cannot create " + path + ": " + e.getMessage(), e);
    }
    return opened;
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new StartRefused("ledger.vault.erased-file names no file");
    }
    return parent;
  }

  /** Adds what another file names, if there is one: earlier versions kept theirs elsewhere. */
  void takeOver(Path other) {
    Path old = other.toAbsolutePath();
    if (Files.exists(old) && !old.normalize().equals(file.normalize())) {
      Set<UUID> missing = new ErasedKeysFile(old).read();
      missing.removeAll(read());
      add(missing);
    }
  }

  /**
   * All of them. A line that a crash cut off was never answered for, and counts as none.
   *
   * @throws StartRefused when the file holds anything else than ids
   */
  Set<UUID> read() {
    String text = new String(bytes(), StandardCharsets.US_ASCII);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    Set<UUID> keys = new LinkedHashSet<>();
    int number = 0;
    for (String line : whole.lines().toList()) {
      number++;
      if (CUT_OFF.matcher(line).matches()) {
        log.warn("{} line {} was cut off", file, number);
        continue;
      }
      try {
        keys.add(UUID.fromString(line));
      } catch (IllegalArgumentException e) {
        throw new StartRefused(file + " line " + number + " is no id of a key", e);
      }
    }
    return keys;
  }

  private static boolean endsWithin(FileChannel channel) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
  }

  private byte[] bytes() {
    WITHIN_THIS_PROCESS.lock();
    try {
      return SecretFile.read(file);
    } finally {
      WITHIN_THIS_PROCESS.unlock();
    }
  }

  /** On disk when this returns. */
  public void add(Collection<UUID> keys) {
    if (keys.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder(keys.size() * LINE);
    keys.forEach(key -> lines.append(key).append('\n'));
    WITHIN_THIS_PROCESS.lock();
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (!held.isValid()) {
        throw new IOException("the lock on " + file + " is lost");
      }
      // What is there is never touched: a line that a crash cut off is but ended.
      String begin = endsWithin(channel) ? "\n" : "";
      channel.position(channel.size());
      ByteBuffer buffer = ByteBuffer.wrap((begin + lines).getBytes(StandardCharsets.US_ASCII));
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    } finally {
      WITHIN_THIS_PROCESS.unlock();
    }
  }
}
