package org.disclosureledger.service.intake.topic;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.disclosureledger.service.kafka.Brokers;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.kafka.Topics;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The intake topic of each ledger, and the topic of what was not taken from it. */
class IntakeTopics {
  private static final Logger log = LoggerFactory.getLogger(IntakeTopics.class);

  /** Names and identifiers stand in there in clear. */
  static final Duration INTAKE_KEPT = Duration.ofDays(7);

  private static final Duration LETTERS_KEPT = Duration.ofDays(90);
  private static final int PARTITIONS = 3;

  private final Brokers brokers;
  private final TopicNames names;
  private final LedgerDirectory ledgers;

  IntakeTopics(Brokers brokers, TopicNames names, LedgerDirectory ledgers) {
    this.brokers = brokers;
    this.names = names;
    this.ledgers = ledgers;
  }

  /**
   * What is to be done with each intake topic.
   *
   * @param ledgers name of the ledger by that of its topic
   * @param refused topics of ledgers that may not be taken from, as they are kept for too long
   */
  record Intakes(Map<String, String> ledgers, Set<String> refused) {
    static final Intakes NONE = new Intakes(Map.of(), Set.of());
  }

  /** Looks at the topics of all ledgers, and makes what there is not. */
  Intakes all() {
    Map<String, String> byTopic = new TreeMap<>();
    Set<String> refused = new TreeSet<>();
    try (Admin admin = brokers.admin()) {
      Topics topics = new Topics(admin, brokers.settings());
      for (LedgerDescription ledger : ledgers.all()) {
        String intake = names.intake(ledger.name());
        try {
          topics.ensureForgetting(intake, PARTITIONS, INTAKE_KEPT.toMillis());
          topics.ensure(TopicNames.deadLetters(intake), 1, LETTERS_KEPT.toMillis());
          byTopic.put(intake, ledger.name());
        } catch (KafkaException e) {
          refused.add(intake);
          log.error("nothing is taken in for ledger {}: {}", ledger.name(), e.getMessage());
        }
      }
    }
    return new Intakes(byTopic, refused);
  }

  /** Whether a ledger has this intake topic by now; no broker is asked. */
  boolean isOfALedger(String intake) {
    return ledgers.all().stream().anyMatch(each -> names.intake(each.name()).equals(intake));
  }

  /** Of a topic that is no ledger's, too. */
  void ensureDeadLetters(String intake) {
    try (Admin admin = brokers.admin()) {
      new Topics(admin, brokers.settings())
          .ensure(TopicNames.deadLetters(intake), 1, LETTERS_KEPT.toMillis());
    }
  }
}
