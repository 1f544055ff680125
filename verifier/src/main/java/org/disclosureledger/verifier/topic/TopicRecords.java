package org.disclosureledger.verifier.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.disclosureledger.verifier.source.SourceException;
import org.disclosureledger.verifier.source.SourceException.Kind;

/** Reads topics from their first record to the end that they had when they were asked for it. */
final class TopicRecords implements AutoCloseable {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int SILENT_POLLS = 60;

  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param settings of Kafka's clients, as for TLS and SASL
   */
  TopicRecords(String servers, Map<String, String> settings) throws SourceException {
    Map<String, Object> config = new HashMap<>(settings);
    config.put("bootstrap.servers", servers);
    config.put("client.id", "ledger-verifier");
    config.put("enable.auto.commit", false);
    config.put("auto.offset.reset", "earliest");
    config.put("allow.auto.create.topics", false);
    config.putIfAbsent("default.api.timeout.ms", 20_000);
    try {
      consumer =
          new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw unreadable(servers, e);
    }
  }

  /** What is done with one record. */
  @FunctionalInterface
  interface Taker {
    void take(ConsumerRecord<byte[], byte[]> record) throws SourceException;
  }

  /** Says how many records of how many were read. */
  @FunctionalInterface
  interface Counted {
    void at(long done, long total);
  }

  /**
   * Each partition in its order.
   *
   * @param begin is given how many records the topic ever had
   * @return the ends that it had, for {@link #readOn}
   */
  Map<TopicPartition, Long> read(String topic, LongConsumer begin, Counted counted, Taker taker)
      throws SourceException {
    try {
      List<PartitionInfo> found = consumer.partitionsFor(topic);
      if (found.isEmpty()) {
        throw new SourceException(Kind.UNREADABLE, topic, "there is no such topic");
      }
      List<TopicPartition> partitions =
          found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      begin.accept(partitions.stream().mapToLong(partition -> of(ends, partition)).sum());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      poll(topic, partitions, ends, counted, taker);
      return ends;
    } catch (KafkaException e) {
      throw unreadable(topic, e);
    }
  }

  private void poll(
      String topic,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> ends,
      Counted counted,
      Taker taker)
      throws SourceException {
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    long total = partitions.stream().mapToLong(each -> of(ends, each) - of(begins, each)).sum();
    long done = 0;
    int silent = 0;
    while (partitions.stream().anyMatch(each -> consumer.position(each) < of(ends, each))) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      silent = records.isEmpty() ? silent + 1 : 0;
      if (silent > SILENT_POLLS) {
        throw new SourceException(Kind.UNREADABLE, topic, "no more records come");
      }
      for (TopicPartition partition : records.partitions()) {
        done += takeBefore(of(ends, partition), partition, records.records(partition), taker);
      }
      counted.at(done, total);
    }
  }

  /** What was published since is left for {@link #readOn}, or for the next time. */
  private long takeBefore(
      long end, TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, Taker taker)
      throws SourceException {
    long taken = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (record.offset() >= end) {
        consumer.seek(partition, record.offset());
        break;
      }
      taker.take(record);
      taken++;
    }
    return taken;
  }

  /** Reads on behind the end that the topic had, until it is enough or so much time is over. */
  void readOn(
      Map<TopicPartition, Long> from, BooleanSupplier enough, Duration patience, Taker taker)
      throws SourceException {
    long begun = System.nanoTime();
    try {
      consumer.assign(from.keySet());
      from.forEach(consumer::seek);
      while (!enough.getAsBoolean() && System.nanoTime() - begun < patience.toNanos()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          taker.take(record);
        }
      }
    } catch (KafkaException e) {
      throw unreadable("what follows", e);
    }
  }

  private static long of(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return Objects.requireNonNull(offsets.get(partition));
  }

  private static SourceException unreadable(String what, KafkaException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new SourceException(
        Kind.UNREADABLE, what, root.getClass().getSimpleName() + ": " + root.getMessage(), e);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
