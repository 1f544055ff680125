package org.disclosureledger.service.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.disclosureledger.service.database.SecretFile;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.LedgerDescription;

/**
 * A folder a ledger, and in it the newest note under its size as name. A note has its name once it
 * is whole and on disk; only then are smaller ones removed, so that processes that share the folder
 * need no lock and a crash leaves one too many at worst. Of a ledger that ended, its successor too.
 */
final class HeadFiles implements OutsideHeads {
  private static final String SUCCESSOR = "successor";
  private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,15}");

  private final Path folder;
  private final String own = "." + UUID.randomUUID();

  HeadFiles(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public List<Kept> newest(LedgerDescription ledger) {
    long newest = newestSize(ledger);
    try {
      return newest == 0
          ? List.of()
          : List.of(Kept.of(Files.readAllBytes(of(ledger).resolve(Long.toString(newest)))));
    } catch (NoSuchFileException e) {
      // Another process put a newer one in its place.
      return newest(ledger);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long newestSize(LedgerDescription ledger) {
    long newest = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(of(ledger))) {
      for (Path file : files) {
        newest = Math.max(newest, size(file));
      }
      return newest;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    String name = String.valueOf(file.getFileName());
    return SIZE.matcher(name).matches() ? Long.parseLong(name) : 0;
  }

  /**
   * @throws AppendRefused of a ledger that ended, also while this is written: who ends a ledger
   *     says it here first and reads the newest note then, so this one is known to him, or to
   *     nobody
   */
  void keep(LedgerDescription ledger, long size, byte[] note) {
    Path home = SecretFile.folder(of(ledger));
    try {
      requireGoingOn(ledger);
      write(home, Long.toString(size), note);
      requireGoingOn(ledger);
      removeBelow(home, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireGoingOn(LedgerDescription ledger) {
    successor(ledger)
        .ifPresent(name -> {
          throw AppendRefused.succeeded(name);
        });
  }

  private void write(Path home, String name, byte[] content) throws IOException {
    Path part = home.resolve(own);
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(part, home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    // The rename itself must survive a power cut, before the file before it goes.
    try (FileChannel directory = FileChannel.open(home, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  /** The name of the ledger that goes on where this one ended; empty while it goes on itself. */
  Optional<String> successor(LedgerDescription ledger) {
    Path mark = of(ledger).resolve(SUCCESSOR);
    if (Files.notExists(mark)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(mark).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void end(LedgerDescription ledger, String successor, Optional<byte[]> last) {
    if (successor(ledger).isPresent()) {
      return;
    }
    Path home = SecretFile.folder(of(ledger));
    try {
      write(home, SUCCESSOR, (successor + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void removeBelow(Path home, long size) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(home)) {
      for (Path file : files) {
        if (size(file) > 0 && size(file) < size) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private Path of(LedgerDescription ledger) {
    return folder.resolve(ledger.name());
  }

  @Override
  public boolean isOurs() {
    return true;
  }

  @Override
  public String place(LedgerDescription ledger) {
    return of(ledger).toString();
  }
}
