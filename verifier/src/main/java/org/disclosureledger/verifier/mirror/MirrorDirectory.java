package org.disclosureledger.verifier.mirror;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.SourceException;

/**
 * The directory a mirror grows in. A file has its final name only when it is whole and checked; an
 * interrupted run leaves at most a file {@code .part} at the top, where no reader looks, and which
 * the next run replaces.
 */
final class MirrorDirectory {
  private final Path root;
  private final DirectorySource reading;

  MirrorDirectory(Path root) {
    this.root = root;
    this.reading = new DirectorySource(root);
  }

  Optional<byte[]> read(String path, int limit) throws SourceException {
    return reading.read(path, limit);
  }

  DirectorySource source() {
    return reading;
  }

  void write(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Path part = root.resolve(".part");
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The same for what is nobody else's to read. */
  void writePrivately(String path, byte[] bytes) throws IOException {
    Path part = root.resolve(".part");
    Files.createDirectories(root);
    // One that a killed run left may be open to others.
    Files.deleteIfExists(part);
    if (Files.getFileStore(root).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.createFile(part, attribute("rw-------"));
      Files.createDirectories(
          Objects.requireNonNull(root.resolve(path).getParent()), attribute("rwx------"));
    }
    write(path, bytes);
  }

  private static FileAttribute<Set<PosixFilePermission>> attribute(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  boolean holds(String path) {
    return Files.exists(root.resolve(path));
  }

  void delete(String path) throws IOException {
    Files.deleteIfExists(root.resolve(path));
  }
}
