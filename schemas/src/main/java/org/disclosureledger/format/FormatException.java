package org.disclosureledger.format;

/** Input that breaks a rule of FORMAT.md; carries the rule's id and the place. */
public class FormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String rule;
  private final long offset;

  /**
   * @param rule id as in FORMAT.md §9
   * @param offset byte offset in the input that was parsed, -1 if there is none
   */
  public FormatException(String rule, long offset, String message) {
    super(message);
    this.rule = rule;
    this.offset = offset;
  }

  /** Kebab-case id of the broken rule. */
  public String rule() {
    return rule;
  }

  /** Byte offset in the parsed input, -1 if none. */
  public long offset() {
    return offset;
  }

  /** The same violation, placed in a larger input; keeps this one as its cause. */
  public FormatException at(long newOffset) {
    FormatException moved = new FormatException(rule, newOffset, String.valueOf(getMessage()));
    moved.initCause(this);
    return moved;
  }
}
