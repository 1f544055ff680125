package org.disclosureledger.service.wire;

/** A failure's place without its message, which may quote what a client sent. */
public final class FailureTrace extends Exception {
  private static final long serialVersionUID = 1L;

  public FailureTrace(Throwable failure) {
    this(failure, 0);
  }

  private FailureTrace(Throwable failure, int depth) {
    super(
        failure.getClass().getName(),
        failure.getCause() == null || depth > 16
            ? null
            : new FailureTrace(failure.getCause(), depth + 1),
        false,
        true);
    setStackTrace(failure.getStackTrace());
  }
}
