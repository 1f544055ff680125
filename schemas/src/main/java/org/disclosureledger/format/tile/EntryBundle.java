package org.disclosureledger.format.tile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.FormatRule;

/** Up to 256 consecutive entries, each behind its length (two bytes, big-endian). */
public final class EntryBundle {
  private static final int LENGTH_BYTES = 2;

  private EntryBundle() {}

  /** Rule {@code bundle-entry-length} for an entry of 0 or more than 65,535 bytes. */
  public static byte[] encode(List<byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length < 1 || entry.length > FormatLimits.MAX_ENTRY_BYTES) {
        throw FormatRule.BUNDLE_ENTRY_LENGTH.violation(
            bytes.size(), "an entry has 1 to 65,535 bytes, not " + entry.length);
      }
      bytes.write(entry.length >> 8);
      bytes.write(entry.length);
      bytes.writeBytes(entry);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads exactly {@code width} entries; rules {@code bundle-entry-length}, {@code
   * bundle-truncated}, {@code bundle-trailing}.
   */
  public static List<byte[]> decode(byte[] bytes, int width) {
    List<byte[]> entries = new ArrayList<>(width);
    int position = 0;
    for (int i = 0; i < width; i++) {
      if (bytes.length - position < LENGTH_BYTES) {
        throw FormatRule.BUNDLE_TRUNCATED.violation(
            bytes.length, "the bundle ends after " + i + " of " + width + " entries");
      }
      int length = (bytes[position] & 0xff) << 8 | (bytes[position + 1] & 0xff);
      if (length == 0) {
        throw FormatRule.BUNDLE_ENTRY_LENGTH.violation(position, "an entry of no bytes");
      }
      position += LENGTH_BYTES;
      if (bytes.length - position < length) {
        throw FormatRule.BUNDLE_TRUNCATED.violation(
            bytes.length, "the bundle ends inside entry " + i + " of " + width);
      }
      entries.add(Arrays.copyOfRange(bytes, position, position + length));
      position += length;
    }
    if (position != bytes.length) {
      throw FormatRule.BUNDLE_TRAILING.violation(
          position, "bytes behind the last of " + width + " entries");
    }
    return entries;
  }
}
