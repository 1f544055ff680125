package org.disclosureledger.service.database;

/** The service may not start like this; the message is the one line that an operator reads. */
public class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartRefused(String line) {
    super(line);
  }

  public StartRefused(String line, Throwable cause) {
    super(line, cause);
  }
}
