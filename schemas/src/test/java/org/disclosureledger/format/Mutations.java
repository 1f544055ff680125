package org.disclosureledger.format;

import java.util.Arrays;
import java.util.Random;

/** Small random damage to bytes. */
public final class Mutations {
  private Mutations() {}

  /** One to three of: a bit flipped, a byte set, removed, repeated, inserted, a cut, a splice. */
  public static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int times = 1 + random.nextInt(3); times > 0 && bytes.length > 0; times--) {
      int at = random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(7)) {
            case 0 -> set(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
            case 1 -> set(bytes, at, (byte) random.nextInt(256));
            case 2 -> splice(bytes, at, at + 1, new byte[0]);
            case 3 -> splice(bytes, at, at, new byte[] {bytes[at]});
            case 4 -> splice(bytes, at, at, new byte[] {(byte) random.nextInt(128)});
            case 5 -> Arrays.copyOf(bytes, at);
            default -> set(bytes, at, bytes[random.nextInt(bytes.length)]);
          };
    }
    return bytes;
  }

  private static byte[] set(byte[] bytes, int at, byte value) {
    bytes[at] = value;
    return bytes;
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] with) {
    byte[] spliced = Arrays.copyOf(bytes, bytes.length - (to - from) + with.length);
    System.arraycopy(with, 0, spliced, from, with.length);
    System.arraycopy(bytes, to, spliced, from + with.length, bytes.length - to);
    return spliced;
  }
}
