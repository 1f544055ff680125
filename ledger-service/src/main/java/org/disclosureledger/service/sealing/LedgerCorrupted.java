package org.disclosureledger.service.sealing;

/** What is stored is not what was sealed. The stream stops here rather than guess. */
public class LedgerCorrupted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LedgerCorrupted(String evidence) {
    super(evidence);
  }

  public LedgerCorrupted(String evidence, Throwable cause) {
    super(evidence, cause);
  }
}
