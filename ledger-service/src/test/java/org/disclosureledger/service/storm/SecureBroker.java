package org.disclosureledger.service.storm;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real broker that lets in by SCRAM-SHA-512 over TLS alone. Its certificate is of its own making.
 */
final class SecureBroker implements AutoCloseable {
  static final String PASSWORD = "invented-of-the-broker";
  private static final String HOST = "127.0.0.1";

  private final KafkaRaftServer server;
  private final Path folder;
  private final int port;

  private SecureBroker(KafkaRaftServer server, Path folder, int port) {
    this.server = server;
    this.folder = folder;
    this.port = port;
  }

  /**
   * @param users who are let in, all by {@link #PASSWORD}
   */
  static SecureBroker start(Path folder, String... users) throws Exception {
    keytool(
        "-genkeypair",
        "-alias",
        "broker",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=broker.example",
        "-ext",
        "SAN=ip:" + HOST,
        "-keystore",
        store(folder),
        "-storepass",
        PASSWORD);
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "broker",
        "-file",
        folder.resolve("ca.crt").toString(),
        "-keystore",
        store(folder),
        "-storepass",
        PASSWORD);
    Path data = folder.resolve("topics");
    int port = ServiceProcess.freePort();
    KafkaConfig config = new KafkaConfig(properties(folder, data, port));
    try (PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      Formatter formatter = new Formatter();
      formatter.setPrintStream(silent);
      formatter.setClusterId(Uuid.randomUuid().toString());
      formatter.setNodeId(1);
      formatter.setControllerListenerName("CONTROLLER");
      formatter.setMetadataLogDirectory(data.toString());
      formatter.addDirectory(data.toString());
      formatter.setScramArguments(
          List.of(users).stream()
              .map(user -> "SCRAM-SHA-512=[name=" + user + ",password=" + PASSWORD + "]")
              .toList());
      formatter.run();
    }
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    server.startup();
    return new SecureBroker(server, folder, port);
  }

  private static Properties properties(Path folder, Path data, int port) {
    int controller = ServiceProcess.freePort();
    int within = ServiceProcess.freePort();
    Properties properties = new Properties();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "1");
    properties.put("controller.quorum.voters", "1@" + HOST + ":" + controller);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put("inter.broker.listener.name", "WITHIN");
    properties.put(
        "listeners",
        "CLIENTS://%1$s:%2$d,WITHIN://%1$s:%3$d,CONTROLLER://%1$s:%4$d"
            .formatted(HOST, port, within, controller));
    properties.put(
        "advertised.listeners",
        "CLIENTS://%1$s:%2$d,WITHIN://%1$s:%3$d".formatted(HOST, port, within));
    properties.put(
        "listener.security.protocol.map", "CLIENTS:SASL_SSL,WITHIN:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
    properties.put(
        "listener.name.clients.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    properties.put("listener.name.clients.ssl.keystore.type", "PKCS12");
    properties.put("listener.name.clients.ssl.keystore.location", store(folder));
    properties.put("listener.name.clients.ssl.keystore.password", PASSWORD);
    properties.put("log.dirs", data.toString());
    properties.put("auto.create.topics.enable", "false");
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("offsets.topic.num.partitions", "1");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("group.initial.rebalance.delay.ms", "0");
    return properties;
  }

  private static String store(Path folder) {
    return folder.resolve("broker.p12").toString();
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool: " + said);
    }
  }

  String servers() {
    return HOST + ":" + port;
  }

  /** What a client has to set beside user and password, by the names of Kafka. */
  List<String> settings() {
    return List.of(
        "security.protocol=SASL_SSL",
        "sasl.mechanism=SCRAM-SHA-512",
        "ssl.truststore.type=PEM",
        "ssl.truststore.location=" + folder.resolve("ca.crt"));
  }

  static String signIn(String user, String password) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(user, password);
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
