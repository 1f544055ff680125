package org.disclosureledger.verifier.topic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a ledger's topics are: {@code kafka:host:port[,host:port…]/ledger}.
 *
 * @param servers {@code host:port}, separated by commas
 * @param ledger its name, as in its URL
 * @param prefix what the names of all topics begin with
 */
public record TopicAddress(String servers, String ledger, String prefix) {
  public static final String SCHEME = "kafka:";
  private static final Pattern FORM =
      Pattern.compile(
          SCHEME
              + "([A-Za-z0-9.\\[\\]:_-]+:[0-9]{1,5}(?:,[A-Za-z0-9.\\[\\]:_-]+:[0-9]{1,5})*)"
              + "/([a-z0-9][a-z0-9._~-]{0,62})");

  /**
   * @throws IllegalArgumentException when it is not of that form
   */
  public static TopicAddress parse(String text, String prefix) {
    Matcher found = FORM.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "a ledger's topics are named as kafka:host:port/ledger, not " + text);
    }
    return new TopicAddress(found.group(1), found.group(2), prefix);
  }

  /** The topic of its entries. */
  public String entries() {
    return topic("entries");
  }

  /** The topic of its checkpoints. */
  public String checkpoints() {
    return topic("checkpoints");
  }

  /** Kafka's names know no tilde: FORMAT §5a. */
  private String topic(String what) {
    return prefix + "." + ledger.replace("_", "_5f").replace("~", "_7e") + "." + what;
  }

  @Override
  public String toString() {
    return SCHEME + servers + "/" + ledger;
  }
}
