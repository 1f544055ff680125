package org.disclosureledger.verifier.check;

import java.util.UUID;

/**
 * Event ids seen so far, each with the leaf that had it first. Each costs 24 bytes in a table that
 * is between three eighths and three quarters full: 32 to 64 bytes an id, and half as much again
 * while the table grows. Ten million entries fit in about 640 MB; the table is the only part of a
 * verification, beside one link a stream, that grows with the ledger.
 */
final class UuidSet {
  private static final int FIRST_SLOTS = 1 << 10;
  private static final int MAX_SLOTS = 1 << 29;
  private static final int WIDTH = 3;

  private long[] table = new long[WIDTH * FIRST_SLOTS];
  private int size;

  /** The leaf that has the id already, or this one. The nil UUID stands for an empty slot. */
  long add(UUID id, long leaf) {
    if (size >= table.length / WIDTH / 4 * 3) {
      grow();
    }
    return insert(table, id.getMostSignificantBits(), id.getLeastSignificantBits(), leaf);
  }

  private long insert(long[] into, long most, long least, long leaf) {
    int slots = into.length / WIDTH;
    int slot = (int) (mix(most, least) & (slots - 1));
    while (into[WIDTH * slot] != 0 || into[WIDTH * slot + 1] != 0) {
      if (into[WIDTH * slot] == most && into[WIDTH * slot + 1] == least) {
        return into[WIDTH * slot + 2];
      }
      slot = (slot + 1) & (slots - 1);
    }
    into[WIDTH * slot] = most;
    into[WIDTH * slot + 1] = least;
    into[WIDTH * slot + 2] = leaf;
    size++;
    return leaf;
  }

  private void grow() {
    int slots = table.length / WIDTH;
    if (slots == MAX_SLOTS) {
      throw new IllegalStateException("more entries than this verifier can hold ids of");
    }
    long[] larger = new long[2 * WIDTH * slots];
    size = 0;
    for (int i = 0; i < table.length; i += WIDTH) {
      if (table[i] != 0 || table[i + 1] != 0) {
        insert(larger, table[i], table[i + 1], table[i + 2]);
      }
    }
    table = larger;
  }

  /** Version-7 ids begin with a time, so the bits are spread first. */
  private static long mix(long most, long least) {
    long h = most * 0x9E3779B97F4A7C15L ^ least * 0xC2B2AE3D27D4EB4FL;
    h ^= h >>> 32;
    h *= 0xD6E8FEB86659FD93L;
    return h ^ h >>> 32;
  }
}
