package org.disclosureledger.service.intake.topic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.envelope.UnknownLedger;
import org.disclosureledger.service.intake.topic.IntakeTopics.Intakes;
import org.disclosureledger.service.kafka.TopicNames;
import org.disclosureledger.service.trace.Step;
import org.disclosureledger.service.trace.Traces;
import org.disclosureledger.service.wire.CommandReader;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests from the topics, in one thread of each process; the brokers share the partitions
 * out among processes. An offset is committed after the ledger has the request, or the topic of
 * dead letters the refusal, so that nothing is lost; what comes twice is known by its message id. A
 * message that cannot be taken now holds its own partition alone, for as long as nothing can be
 * taken; one at which our own code fails becomes a dead letter after some attempts.
 */
final class TopicIntake implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TopicIntake.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(30).toNanos();
  private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();
  private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(15).toNanos();
  private static final int ATTEMPTS = 5;

  private final IntakeTopics topics;
  private final TopicNames names;
  private final IntakeRecorder recorder;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Supplier<Producer<String, byte[]>> producers;
  private final Traces traces;
  private final IntakeMeters meters;
  private final Thread thread;
  private final Map<TopicPartition, Held> held = new HashMap<>();
  private Intakes intakes = Intakes.NONE;
  private long looked;
  private long polled;
  private volatile @Nullable Consumer<byte[], byte[]> current;
  private volatile boolean closed;

  /**
   * A partition whose next message could not be taken.
   *
   * @param failures of that message, by our own code
   * @param waits how often it was held, for whatever reason
   */
  private record Held(long offset, int failures, int waits, long until) {}

  TopicIntake(
      IntakeTopics topics,
      TopicNames names,
      IntakeRecorder recorder,
      Supplier<Consumer<byte[], byte[]>> consumers,
      Supplier<Producer<String, byte[]>> producers,
      Traces traces,
      IntakeMeters meters) {
    this.topics = topics;
    this.names = names;
    this.recorder = recorder;
    this.consumers = consumers;
    this.producers = producers;
    this.traces = traces;
    this.meters = meters;
    this.thread = Thread.ofPlatform().name("ledger-intake").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (!closed) {
      try (Consumer<byte[], byte[]> consumer = consumers.get();
          Producer<String, byte[]> producer = producers.get()) {
        current = consumer;
        held.clear();
        consume(consumer, new DeadLetters(producer));
      } catch (WakeupException e) {
        log.debug("woken to close", e);
      } catch (RuntimeException e) {
        log.warn("intake pauses: {}: {}", e.getClass().getSimpleName(), e.getMessage());
        pause();
      } catch (Error e) {
        // Not even this ends the thread: nobody would see that nothing is taken any more.
        log.error("ALARM intake pauses", e);
        pause();
      } finally {
        current = null;
      }
    }
  }

  /** The condition of a pause is the close. */
  private synchronized void pause() {
    try {
      if (!closed) {
        wait(Duration.ofSeconds(2).toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void consume(Consumer<byte[], byte[]> consumer, DeadLetters letters) {
    look();
    consumer.subscribe(names.intakes());
    while (!closed) {
      if (System.nanoTime() - looked >= LOOK_AGAIN_NANOS) {
        // Ledgers may have come since, or somebody mended a topic.
        look();
      }
      resume(consumer);
      polled = System.nanoTime();
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      for (TopicPartition partition : records.partitions()) {
        take(consumer, letters, partition, records.records(partition));
      }
    }
  }

  private void look() {
    looked = System.nanoTime();
    intakes = topics.all();
  }

  private void resume(Consumer<byte[], byte[]> consumer) {
    Set<TopicPartition> again =
        held.entrySet().stream()
            .filter(each -> System.nanoTime() - each.getValue().until() >= 0)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    again.retainAll(consumer.paused());
    consumer.resume(again);
    held.keySet().retainAll(consumer.assignment());
    meters.held(held.size());
  }

  private void take(
      Consumer<byte[], byte[]> consumer,
      DeadLetters letters,
      TopicPartition partition,
      List<ConsumerRecord<byte[], byte[]>> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (closed) {
        return;
      }
      if (!take(letters, partition, record)) {
        consumer.seek(partition, record.offset());
        consumer.pause(Set.of(partition));
        return;
      }
      held.remove(partition);
      consumer.commitSync(
          Map.of(partition, new OffsetAndMetadata(record.offset() + 1)), Duration.ofSeconds(10));
    }
  }

  /** Whether it is dealt with, one way or the other. */
  private boolean take(
      DeadLetters letters, TopicPartition partition, ConsumerRecord<byte[], byte[]> record) {
    Held before = held.get(partition);
    int failures = before == null || before.offset() != record.offset() ? 0 : before.failures();
    RefusalRule refusal;
    try {
      refusal = traced(record);
    } catch (InputRefused refused) {
      refusal = CommandReader.rule(refused);
    } catch (OutOfMemoryError e) {
      // Of the process, and not of this message.
      throw e;
    } catch (RuntimeException | Error e) {
      if (e instanceof RuntimeException failure && Obstacle.isForNow(failure)) {
        hold(partition, record, failures, e);
        return false;
      }
      if (failures + 1 < ATTEMPTS) {
        hold(partition, record, failures + 1, e);
        return false;
      }
      log.error(
          "intake of {}, partition {}, offset {}: given up after {} attempts: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          ATTEMPTS,
          e.getClass().getSimpleName());
      refusal = ProblemType.INTERNAL;
    }
    if (refusal != null) {
      try {
        letters.put(TopicNames.deadLetters(record.topic()), record, refusal);
      } catch (InterruptException e) {
        throw e;
      } catch (KafkaException e) {
        // What cannot be told is not given up, and holds nobody else's messages.
        hold(partition, record, failures, e);
        return false;
      }
    }
    meters.dealtWith(refusal != null);
    return true;
  }

  private @Nullable RefusalRule traced(ConsumerRecord<byte[], byte[]> record) {
    Header parent = record.headers().lastHeader(Step.TRACEPARENT);
    String sender =
        parent == null || parent.value() == null
            ? null
            : new String(parent.value(), StandardCharsets.US_ASCII);
    Step step = traces.received("ledger.intake", sender).tag("topic", record.topic());
    try (Step.Scope scope = step.inThisThread()) {
      RefusalRule refusal = record(record);
      if (refusal != null) {
        step.tag("refused", refusal.code());
      }
      step.end();
      return refusal;
    } catch (RuntimeException | Error e) {
      step.failed(e);
      throw e;
    }
  }

  private @Nullable RefusalRule record(ConsumerRecord<byte[], byte[]> record) {
    String ledger = intakes.ledgers().get(record.topic());
    if (ledger == null && looked - polled < 0 && topics.isOfALedger(record.topic())) {
      // It has been opened since.
      look();
      ledger = intakes.ledgers().get(record.topic());
    }
    if (ledger != null) {
      return recorder.record(ledger, IntakeMessage.of(record));
    }
    if (intakes.refused().contains(record.topic())) {
      throw new Obstacle();
    }
    topics.ensureDeadLetters(record.topic());
    return new UnknownLedger(record.topic()).rule();
  }

  private void hold(
      TopicPartition partition,
      ConsumerRecord<byte[], byte[]> record,
      int failures,
      Throwable why) {
    Held before = held.get(partition);
    int waits = before == null || before.offset() != record.offset() ? 0 : before.waits() + 1;
    long pause = Math.min(LONGEST_PAUSE_NANOS, PAUSE_NANOS << Math.min(waits, 10));
    held.put(partition, new Held(record.offset(), failures, waits, System.nanoTime() + pause));
    if (waits < 2 || waits % 20 == 0) {
      log.warn(
          "intake of {}, partition {}, waits at offset {}: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          why instanceof CommandRefused refused
              ? refused.rule().code()
              : why.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    Consumer<byte[], byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
