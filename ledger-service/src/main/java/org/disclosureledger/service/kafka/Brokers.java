package org.disclosureledger.service.kafka;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.ClientDnsLookup;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.disclosureledger.service.database.StartRefused;

/**
 * The brokers in use.
 *
 * @param servers {@code host:port}, separated by commas
 */
public record Brokers(String servers, KafkaSettings settings) {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PROBE = Duration.ofSeconds(3);

  /** What a client needs to speak to them. */
  public Map<String, Object> client(String id) {
    Map<String, Object> config = new HashMap<>(settings.properties());
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
    config.put(CommonClientConfigs.CLIENT_ID_CONFIG, id);
    // A name that resolves to nothing is said at once, and a lost broker noticed before long.
    config.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    config.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
    return config;
  }

  public Admin admin() {
    return Admin.create(client("ledger-admin"));
  }

  /**
   * @throws StartRefused when they cannot be reached, or speak another version or protocol
   */
  void require() {
    requireNoTls();
    try (Admin admin = admin()) {
      admin.describeCluster().clusterId().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw refused(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException | KafkaException e) {
      throw refused(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(e);
    }
  }

  /**
   * What a producer or consumer of ours makes of {@code ledger.kafka.properties}: told now, not
   * when the first record is on its way.
   *
   * @throws StartRefused when it cannot be made
   */
  public void requireSettings(Supplier<? extends Closeable> client) {
    try {
      client.get().close();
    } catch (KafkaException | IOException e) {
      throw refused(e);
    }
  }

  private void requireNoTls() {
    String protocol =
        settings
            .properties()
            .getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT");
    boolean clear = !protocol.toUpperCase(Locale.ROOT).endsWith("SSL");
    if (clear && addresses().stream().anyMatch(each -> TlsProbe.answersInTls(each, PROBE))) {
      throw new StartRefused(
          ("the Kafka brokers at %s cannot be used: they speak TLS; ledger.kafka.properties says"
                  + " so by security.protocol, SSL or SASL_SSL")
              .formatted(servers));
    }
  }

  /** None where they cannot be read: the client then says why. */
  private List<InetSocketAddress> addresses() {
    try {
      return ClientUtils.parseAndValidateAddresses(
          List.of(servers.split("\\s*,\\s*")), ClientDnsLookup.USE_ALL_DNS_IPS);
    } catch (KafkaException e) {
      return List.of();
    }
  }

  private StartRefused refused(Throwable why) {
    Throwable root = why;
    while (root.getCause() != null && root instanceof KafkaException) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? "no answer" : root.getMessage();
    return new StartRefused(
        "the Kafka brokers at %s cannot be used: %s: %s"
            .formatted(
                servers,
                root.getClass().getSimpleName(),
                message.lines().findFirst().orElse(message)),
        why);
  }
}
