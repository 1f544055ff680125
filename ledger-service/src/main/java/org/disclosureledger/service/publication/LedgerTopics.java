package org.disclosureledger.service.publication;

import org.apache.kafka.clients.admin.Admin;
import org.disclosureledger.service.kafka.Brokers;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.kafka.Topics;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two topics of each ledger, whose records stay for ever. */
class LedgerTopics {
  private static final Logger log = LoggerFactory.getLogger(LedgerTopics.class);
  private static final long FOR_EVER = -1;

  private final Brokers brokers;
  private final TopicNames names;
  private final PublicationStore store;

  LedgerTopics(Brokers brokers, TopicNames names, PublicationStore store) {
    this.brokers = brokers;
    this.names = names;
    this.store = store;
  }

  /** Makes what there is not. A topic that is new has nothing, whatever was published before. */
  void ensure(LedgerDescription ledger) {
    try (Admin admin = brokers.admin()) {
      Topics topics = new Topics(admin, brokers.settings());
      // One partition: checkpoints follow each other by size.
      boolean made = topics.ensure(names.checkpoints(ledger.name()), 1, FOR_EVER);
      made |=
          topics.ensure(names.entries(ledger.name()), brokers.settings().partitions(), FOR_EVER);
      if (made && !store.published(ledger.id()).equals(Published.NOTHING)) {
        log.warn("a topic of ledger {} is new: it is published from its beginning", ledger.name());
        store.restart(ledger.id());
      }
    }
  }
}
