package org.disclosureledger.service.envelope;

/** A command that a rule refuses: nothing was appended. The detail carries no starred value. */
public class CommandRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RefusalRule rule;

  public CommandRefused(RefusalRule rule, String detail) {
    // No stack trace: a refusal is an answer, and its place is the rule.
    super(rule.code() + ": " + detail, null, false, false);
    this.rule = rule;
  }

  public RefusalRule rule() {
    return rule;
  }
}
