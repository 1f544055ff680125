package org.disclosureledger.service.storm;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.disclosureledger.service.LedgerServiceApplication;

/** The service from this build's classes, as a process whose heap holds few documents. */
final class SmallHeapService implements AutoCloseable {
  static final int HEAP_MEGABYTES = 160;

  private final Process process;
  private final URI address;
  private final Path output;

  private SmallHeapService(Process process, URI address, Path output) {
    this.process = process;
    this.address = address;
    this.output = output;
  }

  static SmallHeapService start(Path folder, String... settings) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path output = folder.resolve("service.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerServiceApplication.class.getName(),
                "--server.port=" + port,
                "--ledger.data-dir=" + folder.resolve("data")));
    command.addAll(List.of(settings));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    SmallHeapService service =
        new SmallHeapService(process, URI.create("http://localhost:" + port), output);
    try {
      Awaiting.until("the service is healthy", service::isHealthy);
    } catch (AssertionError e) {
      service.close();
      throw new AssertionError(service.output(), e);
    }
    return service;
  }

  private boolean isHealthy() {
    if (!process.isAlive()) {
      throw new AssertionError("it has ended");
    }
    try {
      return ServiceClient.stranger(address).get("/actuator/health").status() == 200;
    } catch (IOException e) {
      return false; // not listening yet
    }
  }

  URI address() {
    return address;
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /** An orderly stop takes its PostgreSQL with it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
