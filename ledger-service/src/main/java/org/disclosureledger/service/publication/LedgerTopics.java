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

  /**
   * Makes what there is not. Each leaf was a record at least once: a topic that ever had fewer than
   * were published is another than they went to, whoever made it.
   */
  void ensure(LedgerDescription ledger) {
    try (Admin admin = brokers.admin()) {
      Topics topics = new Topics(admin, brokers.settings());
      // One partition: checkpoints follow each other by size.
      topics.ensure(names.checkpoints(ledger.name()), 1, FOR_EVER);
      topics.ensure(names.entries(ledger.name()), brokers.settings().partitions(), FOR_EVER);
      Published published = store.published(ledger.id());
      boolean isNew =
          (published.entries() > 0
                  && topics.everHad(names.entries(ledger.name())) < published.entries())
              || (published.checkpoint() > 0
                  && topics.everHad(names.checkpoints(ledger.name())) == 0);
      if (isNew) {
        log.warn("a topic of ledger {} is new: it is published from its beginning", ledger.name());
        store.restart(ledger.id());
      }
    }
  }
}
