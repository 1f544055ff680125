package org.disclosureledger.service.kafka;

/**
 * What a ledger's topics are called. Names of ledgers may have a tilde, which Kafka's may not: it
 * becomes {@code _7e}, and so that no two ledgers meet, an underscore becomes {@code _5f}.
 */
public record TopicNames(String prefix) {

  /** Its entries. */
  public String entries(String ledger) {
    return of(ledger, "entries");
  }

  /** Its checkpoints. */
  public String checkpoints(String ledger) {
    return of(ledger, "checkpoints");
  }

  private String of(String ledger, String what) {
    String plain = ledger.replace("_", "_5f").replace("~", "_7e");
    return prefix + "." + plain + "." + what;
  }
}
