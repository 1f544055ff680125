package org.disclosureledger.service.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.SecretFile;

/** Objects as files, {@code <ledger>/<2 hex digits>/<stream>.<SHA-256>}, 0600 in folders 0700. */
final class FolderStore implements AttachmentStore {
  private final Path folder;
  private final InstantSource clock;

  /** Shards that this process has forced to disk, with the folders above them. */
  private final Set<Path> known = ConcurrentHashMap.newKeySet();

  /**
   * @param folder made if it is not there; the spool must lie in the same file system
   */
  FolderStore(Path folder, InstantSource clock) {
    this.folder = SecretFile.folder(folder);
    this.clock = clock;
  }

  private Path file(ObjectName name) {
    return folder.resolve(name.key());
  }

  @Override
  public void put(ObjectName name, Path ciphertext) throws IOException {
    Path target = file(name);
    Path shard = folder(target);
    Path ledger = folder(shard);
    if (!known.contains(shard)) {
      // Whoever made them, another upload or a process that died: before an entry names what lies
      // below, they must be on disk.
      SecretFile.folder(ledger);
      SecretFile.folder(shard);
      force(folder);
      force(ledger);
      known.add(shard);
    }
    // The sweep goes by this time: it is of storing, not of the upload's begin.
    Files.setLastModifiedTime(ciphertext, FileTime.from(clock.instant()));
    Files.move(
        ciphertext, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    // An entry will name the object: the rename must survive a power cut before that is written.
    force(shard);
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalStateException(file + " lies in no folder");
    }
    return parent;
  }

  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public Optional<InputStream> get(ObjectName name) throws IOException {
    try {
      return Optional.of(Files.newInputStream(file(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(ObjectName name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  @Override
  public void deleteAll(UUID ledger, StreamId stream) throws IOException {
    for (int shard = 0; shard < ObjectName.SHARDS; shard++) {
      Path begins = folder.resolve(ObjectName.prefix(ledger, stream, shard));
      Path shardFolder = folder(begins);
      if (Files.isDirectory(shardFolder)) {
        deleteAll(shardFolder, begins.getFileName() + "*");
      }
    }
  }

  private static void deleteAll(Path shard, String glob) throws IOException {
    boolean deleted = false;
    try (DirectoryStream<Path> objects = Files.newDirectoryStream(shard, glob)) {
      for (Path object : objects) {
        deleted |= Files.deleteIfExists(object);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    if (deleted) {
      force(shard);
    }
  }

  @Override
  public void visitAll(Visitor visitor) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Optional<ObjectName> name = ObjectName.parse(folder.relativize(file).toString());
            if (name.isPresent()) {
              Instant storedAt = attributes.lastModifiedTime().toInstant();
              visitor.visit(new Stored(name.get(), storedAt));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // deleted since it was listed
            }
            throw failure;
          }
        });
  }
}
