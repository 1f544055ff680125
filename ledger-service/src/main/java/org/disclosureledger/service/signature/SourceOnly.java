package org.disclosureledger.service.signature;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;

/** Tells a source that fails from the pipe it is copied into. */
final class SourceOnly extends FilterInputStream {
  /** The source's own failure. */
  static final class Failed extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    private final IOException failure;

    Failed(IOException failure) {
      super(failure);
      this.failure = failure;
    }

    IOException failure() {
      return failure;
    }
  }

  SourceOnly(InputStream source) {
    super(source);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw new Failed(e);
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      return super.read(into, offset, length);
    } catch (IOException e) {
      throw new Failed(e);
    }
  }
}
