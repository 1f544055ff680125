package org.disclosureledger.verifier.state;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.disclosureledger.format.LeafHash;

/**
 * The first 8 bytes of each leaf hash, held since the last accepted head and compared as the leaves
 * stream by: enough to name the first leaf that changed, and no more. They prove nothing.
 */
public final class LeafFingerprints implements AutoCloseable {
  private static final int BYTES = 8;

  private final Path held;
  private final Path next;
  private final InputStream before;
  private final OutputStream now;
  private long leaves;
  private long firstChanged = -1;
  private boolean ended;

  private LeafFingerprints(Path held, Path next, InputStream before, OutputStream now) {
    this.held = held;
    this.next = next;
    this.before = before;
    this.now = now;
  }

  static LeafFingerprints open(Path held, Path next) throws IOException {
    OutputStream now = new BufferedOutputStream(Files.newOutputStream(next));
    try {
      return new LeafFingerprints(
          held, next, new BufferedInputStream(Files.newInputStream(held)), now);
    } catch (NoSuchFileException none) {
      return new LeafFingerprints(held, next, InputStream.nullInputStream(), now);
    }
  }

  /** Takes the next leaf in order. */
  public void add(LeafHash leaf) throws IOException {
    byte[] fingerprint = Arrays.copyOf(leaf.toBytes(), BYTES);
    now.write(fingerprint);
    if (!ended) {
      byte[] was = before.readNBytes(BYTES);
      ended = was.length < BYTES;
      if (!ended && firstChanged < 0 && !Arrays.equals(was, fingerprint)) {
        firstChanged = leaves;
      }
    }
    leaves++;
  }

  /** The first leaf that is not what it was, −1 if none is known. */
  public long firstChanged() {
    return firstChanged;
  }

  /** Makes the leaves seen now the held ones. */
  public void keep() throws IOException {
    now.close();
    Files.move(next, held, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    before.close();
    now.close();
    Files.deleteIfExists(next);
  }
}
