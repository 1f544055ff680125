package org.disclosureledger.service.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.disclosureledger.service.database.SecretFile;

/** Ciphertexts on their way in or out, as files 0600; never a clear text. */
final class Spool {
  private static final String SUFFIX = ".spool";

  private final Path folder;

  Spool(Path folder) {
    this.folder = SecretFile.folder(folder);
  }

  Path create() throws IOException {
    return Files.createTempFile(
        folder,
        "",
        SUFFIX,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** A stream to a spooled file that forces it to disk before it closes. */
  static OutputStream forced(Path file) throws IOException {
    return new ForcedOutput(file);
  }

  /** Deletes what a crash left behind; says how much. */
  int sweep(Instant olderThan) throws IOException {
    int deleted = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        if (isOlder(file, olderThan) && Files.deleteIfExists(file)) {
          deleted++;
        }
      }
    }
    return deleted;
  }

  private static boolean isOlder(Path file, Instant than) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(than);
    } catch (NoSuchFileException e) {
      return false; // its upload ended since it was listed
    }
  }
}
