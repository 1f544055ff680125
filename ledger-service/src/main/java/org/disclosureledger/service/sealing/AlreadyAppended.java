package org.disclosureledger.service.sealing;

/**
 * Another delivery of this very command won the race: its unit of work ends here, and the caller
 * answers with what the first delivery wrote.
 */
public class AlreadyAppended extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient AppendResult result;

  AlreadyAppended(AppendResult result) {
    super("already appended", null, false, false);
    this.result = result;
  }

  public AppendResult result() {
    return result;
  }
}
