package org.disclosureledger.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** Files that only the service's user may read: written whole or not at all, 0600. */
public final class SecretFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private static final Set<PosixFilePermission> GROUP_READS =
      PosixFilePermissions.fromString("---r-----");
  private static final String OWNER = "unix:uid";

  private SecretFile() {}

  private static boolean isHandedToUs(Path path) throws IOException {
    Path ourselves = Path.of("/proc/self");
    return Files.isRegularFile(path)
        && Files.exists(ourselves)
        && !Files.getAttribute(path, OWNER).equals(Files.getAttribute(ourselves, OWNER));
  }

  /** Creates the folder and what is missing above it, all of it 0700. */
  public static Path folder(Path folder) {
    try {
      if (Files.isDirectory(folder)) {
        refuseLoose(folder);
        return folder;
      }
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        // Somebody else may keep secrets beside this folder, and looks whether it is open to
        // others.
        Files.createDirectories(parent, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
      }
      return made(folder);
    } catch (IOException e) {
      throw new StartRefused("cannot create the folder " + folder + ": " + e.getMessage(), e);
    }
  }

  private static Path made(Path folder) throws IOException {
    try {
      return Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      refuseLoose(folder); // somebody made it meanwhile
      return folder;
    }
  }

  /** Writes beside, forces to disk, renames: a crash leaves the old file or the new one. */
  public static void write(Path file, byte[] content) {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(beside);
      Files.createFile(beside, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        out.force(true);
      }
      move(beside, file);
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        // The rename itself must survive a power cut, or keys would vanish under a live ledger.
        try (FileChannel directory = FileChannel.open(parent, StandardOpenOption.READ)) {
          directory.force(true);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * @throws StartRefused when others may read the file
   */
  public static byte[] read(Path file) {
    refuseLoose(file);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String octal(Set<PosixFilePermission> permissions) {
    int mode = 0;
    for (PosixFilePermission permission : permissions) {
      // Declared from the owner's right to read down to everybody's to execute.
      mode |= 1 << (PosixFilePermission.values().length - 1 - permission.ordinal());
    }
    return "%04o".formatted(mode);
  }

  /** Reads the password in the file, or makes one (256 random bits) and writes it. */
  public static String password(Path file, SecureRandom random) {
    if (Files.exists(file)) {
      return new String(read(file), StandardCharsets.US_ASCII).strip();
    }
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    write(file, (password + "\n").getBytes(StandardCharsets.US_ASCII));
    return password;
  }

  /**
   * @throws StartRefused when anybody but its owner may do anything with it; a file that somebody
   *     else has put there for our group to read is not ours to close (so Kubernetes mounts a
   *     secret), and is let pass
   */
  static void refuseLoose(Path path) {
    try {
      Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
      Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
      others.addAll(found);
      others.removeAll(OWNER_FOLDER);
      if (!others.isEmpty() && !(others.equals(GROUP_READS) && isHandedToUs(path))) {
        throw new StartRefused(
            "%s is open to others (mode %s); run: chmod %s %s"
                .formatted(path, octal(found), Files.isDirectory(path) ? "700" : "600", path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the permissions of " + path, e);
    }
  }
}
