package org.disclosureledger.service.intake.topic;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.disclosureledger.service.disclosure.ActorRegistry;
import org.disclosureledger.service.intake.request.RequestIntake;
import org.disclosureledger.service.kafka.Brokers;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.kafka.WhenKafkaIsOn;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.trace.Traces;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Takes requests in while there are brokers and {@code ledger.kafka.intake} says so. */
@Configuration(proxyBeanMethods = false)
@WhenKafkaIsOn
@ConditionalOnProperty(name = "ledger.kafka.intake", havingValue = "true")
class TopicIntakeConfiguration {
  private static final int AT_ONCE = 50;
  private static final int BLOCK_MILLIS = 10_000;

  @Bean
  TopicIntake topicIntake(
      Brokers brokers,
      TopicNames names,
      LedgerDirectory ledgers,
      RequestIntake requests,
      ActorRegistry actors,
      Traces traces,
      MeterRegistry meters) {
    brokers.requireSettings(() -> consumer(brokers));
    brokers.requireSettings(() -> producer(brokers));
    return new TopicIntake(
        new IntakeTopics(brokers, names, ledgers),
        names,
        new LedgerRecorder(requests, actors),
        () -> consumer(brokers),
        () -> producer(brokers),
        traces,
        new IntakeMeters(meters));
  }

  static Consumer<byte[], byte[]> consumer(Brokers brokers) {
    Map<String, Object> config = brokers.client("ledger-intake");
    config.put(ConsumerConfig.GROUP_ID_CONFIG, brokers.settings().topicPrefix() + ".intake");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
    // How soon a topic that is new is found.
    config.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 15_000);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  static Producer<String, byte[]> producer(Brokers brokers) {
    Map<String, Object> config = brokers.client("ledger-dead-letters");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  @Bean
  IntakeStart intakeStart(TopicIntake intake) {
    return new IntakeStart(intake);
  }

  /** Not before commands can be taken. */
  static final class IntakeStart {
    private final TopicIntake intake;

    IntakeStart(TopicIntake intake) {
      this.intake = intake;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
      intake.start();
    }
  }
}
