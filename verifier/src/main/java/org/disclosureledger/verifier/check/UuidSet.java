package org.disclosureledger.verifier.check;

import java.util.UUID;

/**
 * Event ids seen so far. Each costs 16 bytes in a table that is between three eighths and three
 * quarters full: 21 to 43 bytes an id, and half as much again while the table grows. Ten million
 * entries fit in about 430 MB; the table is the only part of a verification, beside one link a
 * stream, that grows with the ledger.
 */
final class UuidSet {
  private static final int FIRST_SLOTS = 1 << 10;
  private static final int MAX_SLOTS = 1 << 29;

  private long[] table = new long[2 * FIRST_SLOTS];
  private int size;

  /** False if the id was in already. The nil UUID stands for an empty slot and is never new. */
  boolean add(UUID id) {
    if (size >= table.length / 2 / 4 * 3) {
      grow();
    }
    return insert(table, id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  private boolean insert(long[] into, long most, long least) {
    int slots = into.length / 2;
    int slot = (int) (mix(most, least) & (slots - 1));
    while (into[2 * slot] != 0 || into[2 * slot + 1] != 0) {
      if (into[2 * slot] == most && into[2 * slot + 1] == least) {
        return false;
      }
      slot = (slot + 1) & (slots - 1);
    }
    into[2 * slot] = most;
    into[2 * slot + 1] = least;
    size++;
    return true;
  }

  private void grow() {
    int slots = table.length / 2;
    if (slots == MAX_SLOTS) {
      throw new IllegalStateException("more entries than this verifier can hold ids of");
    }
    long[] larger = new long[4 * slots];
    size = 0;
    for (int i = 0; i < table.length; i += 2) {
      if (table[i] != 0 || table[i + 1] != 0) {
        insert(larger, table[i], table[i + 1]);
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
