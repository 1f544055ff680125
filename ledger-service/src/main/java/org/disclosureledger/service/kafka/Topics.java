package org.disclosureledger.service.kafka;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes topics where there are none, and looks at those that there are. */
public final class Topics {
  private static final long PATIENCE_SECONDS = 20;

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
   * @return whether it was made now
   * @throws KafkaException when the brokers do not let us, or the topic that there is is compacted:
   *     then it would lose all but the last record of a key
   */
  public boolean ensure(String name, int partitions, long retentionMillis) {
    boolean made = !exists(name) && make(name, partitions, retentionMillis);
    if (!made) {
      requireDeletePolicy(name, config(name));
    }
    return made;
  }

  /**
   * Makes a topic whose records have to be gone after some time, unless there is one.
   *
   * @throws KafkaException also when the topic that there is keeps them longer
   */
  public void ensureForgetting(String name, int partitions, long mostMillis) {
    if (ensure(name, partitions, mostMillis)) {
      return;
    }
    long kept = Long.parseLong(config(name).get(TopicConfig.RETENTION_MS_CONFIG).value());
    if (kept < 0 || kept > mostMillis) {
      throw new KafkaException(
          "topic %s has retention.ms=%d, but at most %d is right"
              .formatted(name, kept, mostMillis));
    }
  }

  private boolean exists(String name) {
    try {
      get(admin.describeTopics(List.of(name)).allTopicNames());
      return true;
    } catch (UnknownTopicOrPartitionException e) {
      return false;
    }
  }

  private boolean make(String name, int partitions, long retentionMillis) {
    NewTopic topic =
        new NewTopic(
                name,
                Optional.of(partitions),
                settings.replicationFactor() == -1
                    ? Optional.empty()
                    : Optional.of((short) settings.replicationFactor()))
            .configs(
                Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(retentionMillis),
                    TopicConfig.RETENTION_BYTES_CONFIG,
                    "-1"));
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
