package org.disclosureledger.verifier.conduct;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.Rule;

/**
 * The published exports about conduct: for each rule a ledger that breaks that one, at one leaf,
 * and is sound otherwise; and some in which people keep them all. Nothing in them is random.
 */
final class ConductVectors {
  private final Map<String, byte[]> files = new TreeMap<>();

  private ConductVectors() {}

  /** Files by path under {@code vectors/conduct/}. */
  static Map<String, byte[]> files() {
    ConductVectors vectors = new ConductVectors();
    SoundStories.tell(vectors);
    OrderBreaches.tell(vectors);
    AnswerBreaches.tell(vectors);
    CorrectionBreaches.tell(vectors);
    OversightBreaches.tell(vectors);
    DueTimeBreaches.tell(vectors);
    ActBreaches.tell(vectors);
    VoidedBreaches.tell(vectors);
    ConfirmationBreaches.tell(vectors);
    AgencyBreaches.tell(vectors);
    PeopleBreaches.tell(vectors);
    QuestionBreaches.tell(vectors);
    ClaimBreaches.tell(vectors);
    BasisBreaches.tell(vectors);
    CalendarBreaches.tell(vectors);
    HandoverBreaches.tell(vectors);
    ContentBreaches.tell(vectors);
    SidePathBreaches.tell(vectors);
    AccessBreaches.tell(vectors);
    ErasureBreaches.tell(vectors);
    LookBreaches.tell(vectors);
    ReportBreaches.tell(vectors);
    RecountBreaches.tell(vectors);
    return vectors.files;
  }

  /**
   * A story that breaks the rule.
   *
   * @param teller tells it and gives the leaf at which it is found
   */
  void breaks(Rule rule, Function<Story, Long> teller) {
    breaks(rule, rule.id(), true, teller);
  }

  /** The same in a way that has its own vector beside the rule's first. */
  void breaks(Rule rule, String way, Function<Story, Long> teller) {
    breaks(rule, rule.id() + "." + way, true, teller);
  }

  /** The same in a ledger without policy and agency at first. */
  void breaksBare(Rule rule, Function<Story, Long> teller) {
    breaks(rule, rule.id(), false, teller);
  }

  /** In a way of its own, too. */
  void breaksBare(Rule rule, String way, Function<Story, Long> teller) {
    breaks(rule, rule.id() + "." + way, false, teller);
  }

  private void breaks(Rule rule, String folder, boolean register, Function<Story, Long> teller) {
    Payloads.restart();
    Story story = register ? Story.withPolicy() : new Story();
    long leaf = teller.apply(story);
    put(
        "invalid/" + folder,
        story,
        """
        {
          "kind": "export",
          "rule": "%s",
          "grade": "%s",
          "origin": "%s",
          "leaf": %d
        }
        """
            .formatted(rule.id(), Grade.CONDUCT.code(), TestLedger.ORIGIN, leaf));
  }

  /** A story in which nobody does wrong. */
  void keeps(String name, Consumer<Story> teller) {
    keeps(name, true, teller);
  }

  /** The same in a ledger without policy. */
  void keepsBare(String name, Consumer<Story> teller) {
    keeps(name, false, teller);
  }

  private void keeps(String name, boolean register, Consumer<Story> teller) {
    Payloads.restart();
    Story story = register ? Story.withPolicy() : new Story();
    teller.accept(story);
    put(
        "valid/" + name,
        story,
        """
        {
          "kind": "export",
          "origin": "%s",
          "size": %d
        }
        """
            .formatted(TestLedger.ORIGIN, story.ledger.size()));
  }

  /**
   * The same with disclosures of some of its entries.
   *
   * @param counted members of {@code expected.json} about them
   * @param teller tells it and gives the lines of the file
   */
  void keepsDisclosed(String name, String counted, Function<Story, String> teller) {
    Payloads.restart();
    Story story = Story.withPolicy();
    byte[] lines = teller.apply(story).getBytes(StandardCharsets.UTF_8);
    put(
        "valid/" + name,
        story,
        """
        {
          "kind": "export",
          "origin": "%s",
          "size": %d,
          %s
        }
        """
            .formatted(TestLedger.ORIGIN, story.ledger.size(), counted));
    files.put("valid/" + name + "/export/disclosures/000.jsonl", lines);
  }

  private void put(String folder, Story story, String expected) {
    files.put(folder + "/expected.json", expected.getBytes(StandardCharsets.UTF_8));
    files.put(folder + "/policy.txt", TestLedger.policy().getBytes(StandardCharsets.UTF_8));
    story.ledger.files().forEach((path, bytes) -> files.put(folder + "/export/" + path, bytes));
  }
}
