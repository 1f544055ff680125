package org.disclosureledger.service.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes topics where there are none, and looks at those that there are. */
public final class Topics {
  private static final long PATIENCE_SECONDS = 20;
  private static final Duration LONGEST_SEGMENT = Duration.ofDays(1);
  private static final String LOG_APPEND_TIME = "LogAppendTime";

  // An entry of 64 KiB, its headers, and what a batch of one record adds.
  private static final long LEAST_MESSAGE_BYTES = 80_000;

  private final Admin admin;
  private final KafkaSettings settings;

  public Topics(Admin admin, KafkaSettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /**
   * Makes the topic unless there is one.
   *
   * @param retentionMillis how long its records stay, -1 for ever
   * @throws KafkaException when the brokers do not let us, or the topic that there is would lose
   *     records that are to stay, refuse large ones, or has several partitions instead of one
   */
  public void ensure(String name, int partitions, long retentionMillis) {
    if (describe(name).isPresent() || !make(name, partitions, retentionMillis, Map.of())) {
      require(name, partitions, retentionMillis);
    }
  }

  /**
   * Makes a topic whose records have to be gone after some time, unless there is one.
   *
   * @throws KafkaException also when the topic that there is keeps them longer
   */
  public void ensureForgetting(String name, int partitions, long mostMillis) {
    long segment = Math.min(LONGEST_SEGMENT.toMillis(), mostMillis / 2);
    Map<String, String> config =
        Map.of(
            TopicConfig.SEGMENT_MS_CONFIG,
            Long.toString(segment),
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            LOG_APPEND_TIME);
    if (describe(name).isPresent() || !make(name, partitions, mostMillis - segment, config)) {
      requireForgetting(name, config(name), mostMillis);
    }
  }

  /** Records go by whole segments, and a segment is whole only after a while of its own. */
  private static void requireForgetting(String name, Config config, long mostMillis) {
    requireDeletePolicy(name, config);
    long kept = Long.parseLong(config.get(TopicConfig.RETENTION_MS_CONFIG).value());
    long segment = Long.parseLong(config.get(TopicConfig.SEGMENT_MS_CONFIG).value());
    if (kept < 0 || kept > mostMillis - segment) {
      throw new KafkaException(
          "topic %s has retention.ms=%d and segment.ms=%d, but together at most %d is right"
              .formatted(name, kept, segment, mostMillis));
    }
    if (!LOG_APPEND_TIME.equals(config.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value())) {
      throw new KafkaException(
          "topic %s goes by its senders' clocks: message.timestamp.type is to be %s"
              .formatted(name, LOG_APPEND_TIME));
    }
  }

  /** How many records the topic was ever given, removed ones and repetitions included. */
  public long everHad(String name) {
    List<TopicPartition> partitions =
        describe(name).map(TopicDescription::partitions).orElse(List.of()).stream()
            .map(each -> new TopicPartition(name, each.partition()))
            .toList();
    return get(
            admin
                .listOffsets(
                    partitions.stream()
                        .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                .all())
        .values()
        .stream()
        .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
        .sum();
  }

  private Optional<TopicDescription> describe(String name) {
    try {
      return Optional.ofNullable(
          get(admin.describeTopics(List.of(name)).allTopicNames()).get(name));
    } catch (UnknownTopicOrPartitionException e) {
      return Optional.empty();
    }
  }

  private void require(String name, int partitions, long retentionMillis) {
    Config config = config(name);
    requireDeletePolicy(name, config);
    if (retentionMillis < 0) {
      requireSetting(name, config, TopicConfig.RETENTION_MS_CONFIG, "-1");
      requireSetting(name, config, TopicConfig.RETENTION_BYTES_CONFIG, "-1");
      requireRoom(name, config);
      requireOne(name, partitions);
    }
  }

  private static void requireRoom(String name, Config config) {
    long largest = Long.parseLong(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    if (largest < LEAST_MESSAGE_BYTES) {
      throw new KafkaException(
          "topic %s has max.message.bytes=%d, but at least %d is right"
              .formatted(name, largest, LEAST_MESSAGE_BYTES));
    }
  }

  /** Where one was asked for, what follows in it is in order. */
  private void requireOne(String name, int partitions) {
    int there = describe(name).map(each -> each.partitions().size()).orElse(partitions);
    if (partitions == 1 && there != 1) {
      throw new KafkaException("topic %s has %d partitions, not one".formatted(name, there));
    }
  }

  private static void requireSetting(String name, Config config, String setting, String right) {
    String value = config.get(setting).value();
    if (!right.equals(value)) {
      throw new KafkaException(
          "topic %s has %s=%s, but %s is right".formatted(name, setting, value, right));
    }
  }

  private boolean make(
      String name, int partitions, long retentionMillis, Map<String, String> more) {
    Map<String, String> config = new HashMap<>(more);
    config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retentionMillis));
    config.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
    NewTopic topic =
        new NewTopic(
                name,
                Optional.of(partitions),
                settings.replicationFactor() == -1
                    ? Optional.empty()
                    : Optional.of((short) settings.replicationFactor()))
            .configs(config);
    try {
      get(admin.createTopics(List.of(topic)).all());
      return true;
    } catch (TopicExistsException e) {
      return false; // another process was quicker
    }
  }

  private Config config(String name) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
    return Objects.requireNonNull(
        get(admin.describeConfigs(List.of(resource)).all()).get(resource));
  }

  private static void requireDeletePolicy(String name, Config config) {
    String policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
    if (policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
      throw new KafkaException("topic " + name + " has cleanup.policy=" + policy + ", not delete");
    }
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException cause) {
        throw cause;
      }
      throw new KafkaException("the brokers' answer failed", e);
    } catch (TimeoutException e) {
      throw new KafkaException("the brokers did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }
}
