package org.disclosureledger.verifier.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.Sha256;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;

/**
 * A directory that holds, for each origin, the last accepted checkpoint ({@code
 * <origin>.checkpoint}, verbatim, slashes as {@code +}) and a fingerprint of each of its leaves
 * ({@code <origin>.leaves}, see {@link LeafFingerprints}). The checkpoint alone decides; the
 * fingerprints only name the place.
 */
public final class StateStore {
  private static final int MAX_NAME = 200;

  private final Path directory;

  public StateStore(Path directory) {
    this.directory = directory;
  }

  /**
   * The last accepted checkpoint, empty if there is none.
   *
   * @throws IOException if it cannot be read, or is not a checkpoint of that origin
   */
  public Optional<Checkpoint> load(Origin origin) throws IOException {
    Path file = checkpointFile(origin);
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new IOException(file + " is no checkpoint: no regular file");
      }
      if (Files.size(file) > FormatLimits.MAX_NOTE_BYTES) {
        throw new IOException(file + " is no checkpoint: too large");
      }
      Checkpoint held = Checkpoint.parse(SignedNote.parse(Files.readAllBytes(file)).text());
      if (!held.origin().equals(origin)) {
        throw new IOException(file + " is a checkpoint of " + held.origin());
      }
      return Optional.of(held);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (FormatException e) {
      throw new IOException(file + " is no checkpoint: " + e.getMessage(), e);
    }
  }

  /** Why a state cannot be read or written, as one clause for a report. */
  public static String describe(IOException e) {
    boolean own = e.getClass() == IOException.class;
    return "the state cannot be used: " + (own ? e.getMessage() : e.toString());
  }

  /** Fingerprints beside the held ones, to be kept by {@link #save}. */
  public LeafFingerprints fingerprints(Origin origin) throws IOException {
    Files.createDirectories(directory);
    return LeafFingerprints.open(
        file(origin, ".leaves"), Files.createTempFile(directory, "leaves", ".new"));
  }

  /** Remembers a checkpoint, atomically. */
  public void save(Checkpoint checkpoint, byte[] note) throws IOException {
    Files.createDirectories(directory);
    Path written = Files.createTempFile(directory, "checkpoint", ".new");
    try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(note));
      channel.force(true);
    }
    Files.move(written, checkpointFile(checkpoint.origin()), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path checkpointFile(Origin origin) {
    return file(origin, ".checkpoint");
  }

  /** No origin has a plus, so names do not collide; an overlong one goes by its hash. */
  private Path file(Origin origin, String suffix) {
    String name = origin.value().replace('/', '+');
    return directory.resolve(
        (name.length() <= MAX_NAME ? name : Sha256.hex(name.getBytes(StandardCharsets.US_ASCII)))
            + suffix);
  }
}
