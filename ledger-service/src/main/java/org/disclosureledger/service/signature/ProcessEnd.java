package org.disclosureledger.service.signature;

/** How a {@link SignatureProcess} ended, by its exit code. */
enum ProcessEnd {
  REPORTED(0),
  /** {@code -XX:+ExitOnOutOfMemoryError} exits so. */
  OUT_OF_MEMORY(3),
  /** The anchors or the arguments cannot be read: no document's fault. */
  NOT_SET_UP(64),
  /** A library failed over the document in a way that nobody foresaw. */
  FAILED(65),
  /** It took too long and we ended it, or too much memory and the kernel did (SIGKILL). */
  KILLED(128 + 9),
  /** The JVM itself broke (SIGABRT, SIGSEGV), as over a document's bytes. */
  CRASHED(128 + 6),
  /** Else: the JVM did not come to start. */
  NOT_STARTED(1);

  private static final int SEGMENTATION_FAULT = 128 + 11;

  private final int code;

  ProcessEnd(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static ProcessEnd of(int exitCode) {
    if (exitCode == SEGMENTATION_FAULT) {
      return CRASHED;
    }
    for (ProcessEnd end : values()) {
      if (end.code == exitCode) {
        return end;
      }
    }
    return NOT_STARTED;
  }
}
