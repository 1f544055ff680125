package org.disclosureledger.service.attachment;

import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** A file's output that is on disk once it is closed. */
final class ForcedOutput extends FilterOutputStream {
  private final FileOutputStream file;

  ForcedOutput(Path file) throws IOException {
    this(new FileOutputStream(file.toFile()));
  }

  private ForcedOutput(FileOutputStream file) {
    super(file);
    this.file = file;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    // Not FilterOutputStream's, which goes byte by byte.
    file.write(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    try (file) {
      if (file.getChannel().isOpen()) {
        file.getChannel().force(true);
      }
    }
  }
}
