package org.disclosureledger.verifier.conduct;

import java.util.List;

/** Ordinals of targets within an item: a bit each. */
public final class Targets {
  /** A target's ordinal is at most this (and so is an item's). */
  static final int MOST = 1_000;

  private static final Targets[] SHARED = new Targets[17];

  static {
    for (int n = 0; n < SHARED.length; n++) {
      SHARED[n] = new Targets(new long[] {(1L << n) - 1});
    }
  }

  private final long[] bits;

  private Targets(long[] bits) {
    this.bits = bits;
  }

  /** Targets 1 to n. */
  static Targets first(int n) {
    if (n < SHARED.length) {
      return SHARED[n];
    }
    long[] bits = new long[(n + 63) / 64];
    for (int i = 0; i < n; i++) {
      bits[i / 64] |= 1L << (i % 64);
    }
    return new Targets(bits);
  }

  static Targets of(List<Integer> ordinals) {
    int highest = ordinals.stream().mapToInt(ordinal -> ordinal).max().orElse(0);
    long[] bits = new long[Math.max(1, (highest + 63) / 64)];
    ordinals.forEach(ordinal -> bits[(ordinal - 1) / 64] |= 1L << ((ordinal - 1) % 64));
    for (Targets shared : SHARED) {
      if (bits.length == 1 && shared.bits[0] == bits[0]) {
        return shared;
      }
    }
    return new Targets(bits);
  }

  boolean isEmpty() {
    return count() == 0;
  }

  int count() {
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** To name no target means all of them, so none is within some only where those are none too. */
  boolean within(Targets wider) {
    if (isEmpty() != wider.isEmpty()) {
      return false;
    }
    for (int i = 0; i < bits.length; i++) {
      long outside = i < wider.bits.length ? bits[i] & ~wider.bits[i] : bits[i];
      if (outside != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("targets");
    for (int i = 0; i < 64 * bits.length; i++) {
      if ((bits[i / 64] & 1L << (i % 64)) != 0) {
        text.append(' ').append(i + 1);
      }
    }
    return isEmpty() ? "no target" : text.toString();
  }
}
