package org.disclosureledger.service.kafka;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.disclosureledger.service.database.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Kafka is off until brokers are named or one of our own is asked for.
 *
 * @param bootstrapServers {@code host:port}, separated by commas; empty for none
 * @param embedded whether a broker starts in this process, for evaluation: one node, no encryption,
 *     no sign-in, reachable from this machine alone
 * @param embeddedPort where that one listens; 0 for any that is free
 * @param topicPrefix what the names of all topics begin with
 * @param partitions of a topic of entries when it is made
 * @param replicationFactor of topics when they are made; -1 for the brokers' default
 * @param intake whether requests are taken from topics: who may write to those may record requests
 * @param properties further settings of Kafka's clients, as for TLS and SASL
 */
@ConfigurationProperties("ledger.kafka")
public record KafkaSettings(
    @DefaultValue("") String bootstrapServers,
    @DefaultValue("false") boolean embedded,
    @DefaultValue("9092") int embeddedPort,
    @DefaultValue("disclosure-ledger") String topicPrefix,
    @DefaultValue("6") int partitions,
    @DefaultValue("-1") int replicationFactor,
    @DefaultValue("false") boolean intake,
    @DefaultValue Map<String, String> properties) {

  /** What the guarantees rest on is not for a setting to change. */
  private static final Set<String> OURS =
      Set.of(
          "bootstrap.servers",
          "client.id",
          "acks",
          "enable.idempotence",
          "transactional.id",
          "max.in.flight.requests.per.connection",
          "retries",
          "partitioner.class",
          "key.serializer",
          "value.serializer",
          "key.deserializer",
          "value.deserializer",
          "group.id",
          "enable.auto.commit",
          "auto.offset.reset",
          "isolation.level",
          "interceptor.classes");

  /**
   * @throws StartRefused when one of the settings cannot be
   */
  public KafkaSettings {
    bootstrapServers = bootstrapServers.strip();
    properties = Map.copyOf(properties);
    if (embedded && !bootstrapServers.isEmpty()) {
      throw new StartRefused(
          "ledger.kafka.embedded and ledger.kafka.bootstrap-servers are both set: only one can be");
    }
    if (!topicPrefix.matches("[a-zA-Z0-9._-]{1,100}")) {
      throw new StartRefused("ledger.kafka.topic-prefix is letters, digits, '.', '_' and '-'");
    }
    if (partitions < 1 || partitions > 1_000) {
      throw new StartRefused("ledger.kafka.partitions is 1 to 1,000");
    }
    if (replicationFactor != -1 && (replicationFactor < 1 || replicationFactor > 100)) {
      throw new StartRefused("ledger.kafka.replication-factor is -1 or 1 to 100");
    }
    Set<String> clash = new TreeSet<>(properties.keySet());
    clash.retainAll(OURS);
    if (!clash.isEmpty()) {
      throw new StartRefused("ledger.kafka.properties may not set " + String.join(", ", clash));
    }
  }
}
