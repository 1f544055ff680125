package org.disclosureledger.service.wire;

import org.jspecify.annotations.Nullable;

/** Input that the HTTP layer does not take. Neither detail nor pointer holds a value of it. */
public final class InputRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final @Nullable String pointer;

  public InputRefused(ProblemType type, String detail) {
    this(type, detail, null);
  }

  /**
   * @param pointer JSON Pointer (RFC 6901) into the body
   */
  public InputRefused(ProblemType type, String detail, @Nullable String pointer) {
    super(detail, null, false, false);
    this.type = type;
    this.pointer = pointer;
  }

  ProblemType type() {
    return type;
  }

  public String detail() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  @Nullable String pointer() {
    return pointer;
  }
}
