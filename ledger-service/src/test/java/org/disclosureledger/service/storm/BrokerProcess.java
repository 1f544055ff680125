package org.disclosureledger.service.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.disclosureledger.service.kafka.EmbeddedBroker;

/** A Kafka broker as a process of its own, on one port over all its restarts. */
final class BrokerProcess implements AutoCloseable {
  private final Path folder;
  private final int port;
  private Process process;

  private BrokerProcess(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    this.process = spawn();
  }

  static BrokerProcess start(Path folder) {
    try (ServerSocket socket = new ServerSocket(0)) {
      int port = socket.getLocalPort();
      socket.close();
      BrokerProcess started = new BrokerProcess(folder, port);
      started.awaitPort();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What runs in it. */
  static final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
      EmbeddedBroker broker =
          EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(broker::close));
      new CountDownLatch(1).await();
    }
  }

  private Process spawn() {
    try {
      return new ProcessBuilder(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-Xmx512m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  folder.toString(),
                  Integer.toString(port)))
          .redirectErrorStream(true)
          .redirectOutput(
              ProcessBuilder.Redirect.appendTo(
                  StormSettings.folder("logs").resolve("broker-" + port + ".log").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitPort() {
    Awaiting.until(
        "the broker listens",
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("the broker ended");
          }
          try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
          } catch (IOException e) {
            return false;
          }
        });
  }

  String servers() {
    return "127.0.0.1:" + port;
  }

  /** {@code kill -9}, and at once another on what the first kept. */
  void killAndRestart() {
    process.destroyForcibly();
    process.onExit().join();
    process = spawn();
    awaitPort();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
