package org.disclosureledger.verifier.source;

/** What a server answers to who asks for what a grant opens of a bundle. */
public sealed interface Granted {
  /**
   * @param lines of a file of disclosures
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on once, compared by nobody
  record Opened(byte[] lines) implements Granted {}

  /** The grant stands, and the bundle holds nothing of what it is of. */
  record Nothing() implements Granted {}

  /**
   * What it is of is there no more, for anybody.
   *
   * @param why in the server's words
   */
  record Gone(String why) implements Granted {}

  /**
   * The server does not let this reader in by it: it has ended, was revoked, is another's or for
   * another purpose. Which of these, nobody is told.
   *
   * @param why in the server's words
   */
  record Refused(String why) implements Granted {}
}
