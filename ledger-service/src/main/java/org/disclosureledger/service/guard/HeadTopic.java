package org.disclosureledger.service.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.disclosureledger.service.disclosure.LookupHmac;
import org.disclosureledger.service.kafka.Brokers;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.jspecify.annotations.Nullable;

/**
 * The end of the ledger's topic of checkpoints. Some of the last records are looked at, since an
 * older one may come again behind a newer. Of a ledger that ended its last record is sent once
 * more, with a header {@code successor} and an HMAC of it: for everybody else it is a record that
 * came twice.
 */
final class HeadTopic implements OutsideHeads {
  private static final int LOOKED_AT = 1_000;
  private static final int POLLS = 30;
  private static final int BLOCK_MILLIS = 10_000;
  private static final String SUCCESSOR = "successor";
  private static final String MAC = "successor-mac";
  private static final int LONGEST_NAME = 63;
  private static final Pattern LEDGER_NAME = Pattern.compile("[a-z0-9][a-z0-9._~-]*");

  private final Brokers brokers;
  private final TopicNames names;
  private final LookupHmac hmac;

  /**
   * @param hmac by which the services of one folder of keys know each other's word
   */
  HeadTopic(Brokers brokers, TopicNames names, LookupHmac hmac) {
    this.brokers = brokers;
    this.names = names;
    this.hmac = hmac;
  }

  @Override
  public List<Kept> newest(LedgerDescription ledger) {
    return records(ledger).stream().map(record -> kept(ledger, record)).toList();
  }

  private List<ConsumerRecord<byte[], byte[]>> records(LedgerDescription ledger) {
    TopicPartition partition = new TopicPartition(names.checkpoints(ledger.name()), 0);
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      if (!consumer.listTopics().containsKey(partition.topic())) {
        return List.of();
      }
      return records(consumer, partition);
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

  private static List<ConsumerRecord<byte[], byte[]>> records(
      Consumer<byte[], byte[]> consumer, TopicPartition partition) {
    List<TopicPartition> one = List.of(partition);
    long end = consumer.endOffsets(one).getOrDefault(partition, 0L);
    long begin = consumer.beginningOffsets(one).getOrDefault(partition, 0L);
    consumer.assign(one);
    consumer.seek(partition, Math.max(begin, end - LOOKED_AT));
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int polls = 0; consumer.position(partition) < end; polls++) {
      if (polls == POLLS) {
        throw new KafkaException("no records come from " + partition);
      }
      consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
    }
    return records;
  }

  private Kept kept(LedgerDescription ledger, ConsumerRecord<byte[], byte[]> record) {
    byte[] note = record.value() == null ? new byte[0] : record.value();
    Header successor = record.headers().lastHeader(SUCCESSOR);
    Optional<String> name = successor == null ? Optional.empty() : name(successor.value());
    Header mac = record.headers().lastHeader(MAC);
    boolean vouched =
        mac != null
            && mac.value() != null
            && name.filter(own -> MessageDigest.isEqual(mac(ledger, own, note), mac.value()))
                .isPresent();
    return vouched ? new Kept(note, name) : new Kept(note, Optional.empty(), name);
  }

  /** Whoever may write to the topic can send again what the ledger signed, and not this. */
  private byte[] mac(LedgerDescription ledger, String successor, byte[] note) {
    return hmac.of(
        "ledger-successor",
        ledger.origin().value().getBytes(StandardCharsets.UTF_8),
        successor.getBytes(StandardCharsets.UTF_8),
        note);
  }

  /** What can be no ledger's name says nothing. */
  private static Optional<String> name(byte @Nullable [] value) {
    return Optional.ofNullable(value)
        .filter(bytes -> bytes.length <= LONGEST_NAME)
        .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
        .filter(LEDGER_NAME.asMatchPredicate());
  }

  @Override
  public void end(LedgerDescription ledger, String successor, Optional<byte[]> last) {
    List<ConsumerRecord<byte[], byte[]>> same =
        records(ledger).stream()
            .filter(record -> last.isPresent() && Arrays.equals(record.value(), last.get()))
            .toList();
    if (same.isEmpty()
        || same.stream().anyMatch(record -> kept(ledger, record).successor().isPresent())) {
      return;
    }
    // One as it was first: what others put to it says nothing.
    ConsumerRecord<byte[], byte[]> record = same.getFirst();
    ProducerRecord<byte[], byte[]> again =
        new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers());
    again.headers().remove(SUCCESSOR).remove(MAC);
    again.headers().add(SUCCESSOR, successor.getBytes(StandardCharsets.UTF_8));
    again.headers().add(MAC, mac(ledger, successor, record.value()));
    send(again);
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    Map<String, Object> config = brokers.client("ledger-head-guard");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new KafkaException("no record is taken by " + record.topic(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("no record is sent to " + record.topic(), e);
    }
  }

  @Override
  public String place(LedgerDescription ledger) {
    return "topic " + names.checkpoints(ledger.name());
  }
}
