package org.disclosureledger.service.envelope;

import org.jspecify.annotations.Nullable;

/** A command that a rule refuses: nothing was appended. The detail carries no starred value. */
public class CommandRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RefusalRule rule;

  public CommandRefused(RefusalRule rule, String detail) {
    this(rule, detail, null);
  }

  /** A constructor of its own, since an exception without a cause takes none later. */
  protected CommandRefused(RefusalRule rule, String detail, @Nullable Throwable cause) {
    // No stack trace: a refusal is an answer, and its place is the rule.
    super(rule.code() + ": " + detail, cause, false, false);
    this.rule = rule;
  }

  public RefusalRule rule() {
    return rule;
  }
}
