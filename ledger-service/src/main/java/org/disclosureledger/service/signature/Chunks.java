package org.disclosureledger.service.signature;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of unknown length through a pipe: chunks of an {@code int} length and bytes, then 0. */
final class Chunks {
  private static final int SIZE = 64 * 1024;

  private Chunks() {}

  static void write(InputStream from, DataOutputStream to) throws IOException {
    byte[] chunk = new byte[SIZE];
    for (int read = from.readNBytes(chunk, 0, SIZE);
        read > 0;
        read = from.readNBytes(chunk, 0, SIZE)) {
      to.writeInt(read);
      to.write(chunk, 0, read);
    }
    to.writeInt(0);
  }

  static byte[] read(DataInputStream from) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int length = from.readInt(); length > 0; length = from.readInt()) {
      whole.writeBytes(from.readNBytes(length));
    }
    return whole.toByteArray();
  }
}
