package org.disclosureledger.service.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.disclosureledger.service.database.StartRefused;

/**
 * A real broker, which is its own controller, in this process: for evaluation and tests. It listens
 * on this machine's loopback alone, without encryption or sign-in.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String NODE = "1";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * @param folder where it keeps its topics, over restarts
   * @param port where it listens; 0 for any that is free
   * @throws StartRefused when it does not come up
   */
  public static EmbeddedBroker start(Path folder, int port) {
    Path data = folder.toAbsolutePath().normalize();
    int own = port == 0 ? freePort() : port;
    requireFree(own);
    try {
      format(data);
      KafkaRaftServer server =
          new KafkaRaftServer(new KafkaConfig(properties(data, own)), Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(server, own);
    } catch (Exception e) {
      throw new StartRefused(
          "the embedded Kafka broker does not start in " + data + ": " + e.getMessage(), e);
    }
  }

  /** {@code host:port}, for clients. */
  public String servers() {
    return HOST + ":" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path data) throws Exception {
    if (Files.exists(data.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(data);
    try (PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silent)
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(Integer.parseInt(NODE))
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(data.toString())
          .addDirectory(data.toString())
          .run();
    }
  }

  private static Properties properties(Path data, int port) {
    int controller = freePort();
    Properties properties = new Properties();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", NODE);
    properties.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controller);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put(
        "listeners",
        "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controller);
    properties.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
    properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("log.dirs", data.toString());
    properties.put("auto.create.topics.enable", "false");
    // One node: nothing can be kept elsewhere.
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("offsets.topic.num.partitions", "1");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("group.initial.rebalance.delay.ms", "0");
    return properties;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartRefused("no port is free for the embedded Kafka broker", e);
    }
  }

  /** Its own way of saying so ends the process. */
  private static void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(HOST, port));
    } catch (IOException e) {
      throw new StartRefused(
          "port " + port + " is taken: ledger.kafka.embedded-port names another", e);
    }
  }
}
