package org.disclosureledger.service.kafka;

import java.util.regex.Pattern;

/**
 * What a ledger's topics are called. Names of ledgers may have a tilde, which Kafka's may not: it
 * becomes {@code _7e}, and so that no two ledgers meet, an underscore becomes {@code _5f}.
 */
public record TopicNames(String prefix) {
  private static final String INTAKE = "intake";

  /** Its entries. */
  public String entries(String ledger) {
    return of(ledger, "entries");
  }

  /** Its checkpoints. */
  public String checkpoints(String ledger) {
    return of(ledger, "checkpoints");
  }

  /** Requests that others put in for it. */
  public String intake(String ledger) {
    return of(ledger, INTAKE);
  }

  /** All topics of that kind, also of ledgers that there are not. */
  public Pattern intakes() {
    return Pattern.compile(Pattern.quote(prefix + ".") + ".+" + Pattern.quote("." + INTAKE));
  }

  /** Where that goes which was not taken from such a topic. */
  public static String deadLetters(String intake) {
    return intake.substring(0, intake.length() - INTAKE.length()) + "dead-letters";
  }

  private String of(String ledger, String what) {
    String plain = ledger.replace("_", "_5f").replace("~", "_7e");
    return prefix + "." + plain + "." + what;
  }
}
