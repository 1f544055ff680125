package org.disclosureledger.service.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.disclosureledger.service.kafka.Brokers;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.sealing.LedgerDescription;

/**
 * The end of the ledger's topic of checkpoints. Some of the last records are looked at, since an
 * older one may come again behind a newer.
 */
final class HeadTopic implements OutsideHeads {
  private static final int LOOKED_AT = 1_000;
  private static final int POLLS = 30;

  private final Brokers brokers;
  private final TopicNames names;

  HeadTopic(Brokers brokers, TopicNames names) {
    this.brokers = brokers;
    this.names = names;
  }

  @Override
  public List<byte[]> newest(LedgerDescription ledger) {
    TopicPartition partition = new TopicPartition(names.checkpoints(ledger.name()), 0);
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      if (!consumer.listTopics().containsKey(partition.topic())) {
        return List.of();
      }
      return read(consumer, partition);
    } catch (UnknownTopicOrPartitionException e) {
      return List.of();
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> config = brokers.client("ledger-head-guard");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static List<byte[]> read(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
    List<TopicPartition> one = List.of(partition);
    long end = consumer.endOffsets(one).getOrDefault(partition, 0L);
    long begin = consumer.beginningOffsets(one).getOrDefault(partition, 0L);
    consumer.assign(one);
    consumer.seek(partition, Math.max(begin, end - LOOKED_AT));
    List<byte[]> notes = new ArrayList<>();
    for (int polls = 0; consumer.position(partition) < end; polls++) {
      if (polls == POLLS) {
        throw new KafkaException("no records come from " + partition);
      }
      consumer
          .poll(Duration.ofSeconds(1))
          .forEach(record -> notes.add(record.value() == null ? new byte[0] : record.value()));
    }
    return notes;
  }

  @Override
  public String place(LedgerDescription ledger) {
    return "topic " + names.checkpoints(ledger.name());
  }
}
