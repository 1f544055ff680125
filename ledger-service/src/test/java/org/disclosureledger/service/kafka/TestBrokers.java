package org.disclosureledger.service.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A real broker of our own, and all that its topics hold. */
public final class TestBrokers implements AutoCloseable {
  private final Path folder;
  private EmbeddedBroker broker;

  public TestBrokers(Path folder) {
    this.folder = folder;
    this.broker = EmbeddedBroker.start(folder, 0);
  }

  public Brokers brokers() {
    return brokers(broker.servers());
  }

  public static Brokers brokers(String servers) {
    return new Brokers(
        servers, new KafkaSettings(servers, false, 0, "test", 3, -1, false, Map.of()));
  }

  public void stop() {
    broker.close();
  }

  /** On the same port, with what it kept. */
  public void startAgain() {
    int port = Integer.parseInt(broker.servers().substring(broker.servers().indexOf(':') + 1));
    broker = EmbeddedBroker.start(folder, port);
  }

  /** Everything in the topic, each partition in its order, partitions one after the other. */
  public List<ConsumerRecord<String, byte[]>> all(String topic) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            brokers().client("test-reader"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      for (TopicPartition partition : partitions) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        while (consumer.position(partition) < Objects.requireNonNull(ends.get(partition))) {
          consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
        }
      }
    }
    return found;
  }

  @Override
  public void close() {
    broker.close();
  }
}
