package org.disclosureledger.verifier.topic;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Entries as they come, to be read by leaf: partitions are read in no common order. Eight bytes of
 * memory for each leaf, the rest on disk.
 */
final class EntrySpool implements AutoCloseable {
  private final RandomAccessFile file;
  private long[] places = new long[1_024]; // where it stands, plus 1; 0 for none
  private long end;

  EntrySpool(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "rw");
  }

  /** What was there first, if it was. */
  Optional<byte[]> putIfAbsent(int leaf, byte[] entry) throws IOException {
    Optional<byte[]> before = get(leaf);
    if (before.isEmpty()) {
      if (leaf >= places.length) {
        places = Arrays.copyOf(places, Math.max(leaf + 1, places.length + (places.length >> 1)));
      }
      file.seek(end);
      file.writeShort(entry.length);
      file.write(entry);
      places[leaf] = end + 1;
      end += Short.BYTES + entry.length;
    }
    return before;
  }

  Optional<byte[]> get(int leaf) throws IOException {
    if (leaf >= places.length || places[leaf] == 0) {
      return Optional.empty();
    }
    file.seek(places[leaf] - 1);
    byte[] entry = new byte[file.readUnsignedShort()];
    file.readFully(entry);
    return Optional.of(entry);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
