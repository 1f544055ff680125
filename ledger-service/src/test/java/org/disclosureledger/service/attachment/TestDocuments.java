package org.disclosureledger.service.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents invented byte by byte. */
final class TestDocuments {
  private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

  private TestDocuments() {}

  /** Looks like a PDF of exactly that size, without ever being in memory. */
  static InputStream pdf(long size) {
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        if (at >= size) {
          return -1;
        }
        return byteAt(at++);
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        if (at >= size) {
          return -1;
        }
        int count = (int) Math.min(length, size - at);
        for (int i = 0; i < count; i++) {
          into[offset + i] = (byte) byteAt(at++);
        }
        return count;
      }
    };
  }

  private static int byteAt(long at) {
    return at < PDF.length ? PDF[(int) at] : (int) ((at * 31 + (at >>> 8)) & 0xff);
  }

  static byte[] pdfBytes(int size) throws IOException {
    return pdf(size).readAllBytes();
  }

  static byte[] hex(String hex, int padTo) {
    byte[] start = java.util.HexFormat.of().parseHex(hex);
    return Arrays.copyOf(start, Math.max(padTo, start.length));
  }

  static byte[] zip(String mimetype, String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      if (!mimetype.isEmpty()) {
        byte[] content = mimetype.getBytes(StandardCharsets.US_ASCII);
        ZipEntry first = new ZipEntry("mimetype");
        CRC32 crc = new CRC32();
        crc.update(content);
        first.setMethod(ZipEntry.STORED);
        first.setSize(content.length);
        first.setCrc(crc.getValue());
        zip.putNextEntry(first);
        zip.write(content);
      }
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write('x');
      }
    }
    return bytes.toByteArray();
  }
}
