package org.disclosureledger.service.publication;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.disclosureledger.service.database.AppenderDatabase;
import org.disclosureledger.service.kafka.Brokers;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.kafka.WhenKafkaIsOn;
import org.disclosureledger.service.sealing.CommitSignal;
import org.disclosureledger.service.sealing.HeadGuard;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.TraceKeeper;
import org.disclosureledger.service.trace.Traces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishes while there are brokers. */
@Configuration(proxyBeanMethods = false)
class PublicationConfiguration {
  private static final int DELIVERY_MILLIS = 30_000;
  private static final int BLOCK_MILLIS = 10_000;

  @Bean(initMethod = "start")
  @WhenKafkaIsOn
  Publisher publisher(
      Brokers brokers,
      TopicNames names,
      AppenderDatabase unpooled,
      JdbcClient writer,
      LedgerDirectory ledgers,
      HeadGuard guard,
      CommitSignal signal,
      Traces traces) {
    brokers.requireSettings(() -> producer(brokers));
    PublicationStore store = new PublicationStore(writer);
    return new Publisher(
        unpooled.dataSource(),
        store,
        new LedgerRecords(names),
        new LedgerTopics(brokers, names, store),
        ledgers,
        guard,
        signal,
        () -> producer(brokers),
        traces);
  }

  @Bean
  @WhenKafkaIsOn
  TraceKeeper publishedTraces() {
    return new PublishedTraces();
  }

  static Producer<String, byte[]> producer(Brokers brokers) {
    Map<String, Object> config = brokers.client("ledger-publisher");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
    config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }
}
