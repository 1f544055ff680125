package org.disclosureledger.service.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.concurrent.locks.ReentrantLock;

/** One change of a key folder at a time, among all processes that use it. */
final class KeyFolderLock {
  // A file lock belongs to the whole JVM: two rings in one would collide instead of wait.
  private static final ReentrantLock WITHIN_THIS_PROCESS = new ReentrantLock();

  private final Path file;

  KeyFolderLock(Path folder) {
    this.file = folder.resolve("keys.lock");
  }

  @FunctionalInterface
  interface Change {
    void apply() throws GeneralSecurityException, IOException;
  }

  /** Waits for the folder, then changes it. */
  void hold(Change change) throws GeneralSecurityException, IOException {
    WITHIN_THIS_PROCESS.lock();
    try {
      create();
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (!held.isValid()) {
          throw new IOException("the lock on " + file + " is lost");
        }
        change.apply();
      }
    } finally {
      WITHIN_THIS_PROCESS.unlock();
    }
  }

  private void create() throws IOException {
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(file)) {
        throw e;
      }
    }
  }
}
