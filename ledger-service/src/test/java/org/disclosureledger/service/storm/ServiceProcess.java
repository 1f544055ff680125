package org.disclosureledger.service.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The packaged service as a process of its own, on a free port. Closing it ends the process and the
 * PostgreSQL it started, also when a test has killed only one of them.
 */
final class ServiceProcess implements AutoCloseable {
  // The machine may be busy; in a long storm the ledger runs ahead of whoever comes back to it.
  private static final Duration START = Duration.ofMinutes(StormSettings.rounds() > 1 ? 10 : 2);
  private static final Duration STOP = Duration.ofSeconds(40);
  private static final String MANAGEMENT = "--management.server.port=";
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int PORT_ATTEMPTS = 3;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Process process;
  private final int port;
  private final int healthPort;
  private final Path dataDir;
  private final Path output;
  private final Thread atExit;

  private ServiceProcess(Process process, int port, int healthPort, Path dataDir, Path output) {
    this.healthPort = healthPort;
    this.process = process;
    this.port = port;
    this.dataDir = dataDir;
    this.output = output;
    this.atExit = Thread.ofPlatform().unstarted(this::endEverything);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts and waits until it answers; settings like {@code --ledger.public-url=…}. */
  static ServiceProcess start(Path dataDir, String... settings) {
    for (int attempt = 1; ; attempt++) {
      ServiceProcess started = launch(dataDir, settings);
      try {
        if (started.awaitHealth()) {
          return started;
        }
      } catch (RuntimeException e) {
        started.close();
        throw e;
      }
      started.close();
      boolean portTaken = started.output().contains("already in use");
      if (!portTaken || attempt == PORT_ATTEMPTS) {
        throw new AssertionError("the service does not start:\n" + started.output());
      }
    }
  }

  /** How a process ended that was not to go on. */
  record Ended(int exitCode, String output) {}

  /** Starts on a folder that another service may hold, and waits for the end. */
  static Ended runToItsEnd(Path dataDir, String... settings) {
    Path output = newOutput();
    Process process = spawn(freePort(), dataDir, output, settings);
    try {
      await(process, START);
      return new Ended(process.exitValue(), read(output));
    } finally {
      process.destroyForcibly();
    }
  }

  private static ServiceProcess launch(Path dataDir, String... settings) {
    int port = freePort();
    Path output = newOutput();
    return new ServiceProcess(
        spawn(port, dataDir, output, settings), port, healthPort(port, settings), dataDir, output);
  }

  private static int healthPort(int port, String... settings) {
    return Stream.of(settings)
        .filter(setting -> setting.startsWith(MANAGEMENT))
        .map(setting -> Integer.valueOf(setting.substring(MANAGEMENT.length())))
        .findFirst()
        .orElse(port);
  }

  private static Path newOutput() {
    return StormSettings.folder("logs").resolve("service-" + COUNT.incrementAndGet() + ".log");
  }

  private static Process spawn(int port, Path dataDir, Path output, String... settings) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Short-lived processes on few cores: the first compiler is enough.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                StormSettings.serviceJar().toString(),
                "--server.port=" + port,
                "--ledger.data-dir=" + dataDir,
                // Storms are what limits are against; DoorOverHttpTest is about those.
                "--ledger.access.rate.reads=1000000",
                "--ledger.access.rate.writes=1000000",
                "--ledger.access.rate.downloads=1000000",
                "--ledger.access.rate.tiles=1000000",
                "--ledger.access.rate.sign-ins=1000000"));
    Map<String, String> secrets = new HashMap<>();
    for (String setting : settings) {
      // A password in an argument refuses the start.
      if (setting.matches("--[^=]*(password|secret|jaas\\.config)=.*")) {
        String name = setting.substring(2, setting.indexOf('='));
        secrets.put(
            name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_'),
            setting.substring(setting.indexOf('=') + 1));
      } else {
        command.add(setting);
      }
    }
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(secrets);
      return builder
          .directory(StormSettings.folder("work").toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that nobody listens on now. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** False when the process ended instead. */
  private boolean awaitHealth() {
    ServiceClient stranger = ServiceClient.stranger(URI.create("http://localhost:" + healthPort));
    Instant deadline = Instant.now().plus(START);
    while (Instant.now().isBefore(deadline)) {
      if (!process.isAlive()) {
        return false;
      }
      try {
        if (stranger.get("/actuator/health").status() == 200) {
          return true;
        }
      } catch (IOException e) {
        // Not listening yet.
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
    throw new AssertionError("the service is not healthy after " + START + ":\n" + output());
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  Path dataDir() {
    return dataDir;
  }

  long pid() {
    return process.pid();
  }

  /** Of a process that has ended. */
  int exitCode() {
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code user} of the embedded default's credentials file. */
  ServiceClient client(String user) {
    return client(user, dataDir.resolve("credentials.txt"));
  }

  ServiceClient client(String user, Path credentials) {
    return ServiceClient.signedIn(address(), user, credentials);
  }

  /** What the process has printed so far, both streams together. */
  String output() {
    return read(output);
  }

  private static String read(Path output) {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An orderly stop, as by Ctrl-C or a service manager. */
  void stop() {
    process.destroy();
    await(process, STOP);
  }

  /** {@code kill -9} of the service; its PostgreSQL lives on. */
  void kill() {
    process.destroyForcibly();
    await(process, STOP);
  }

  private static void await(Process process, Duration patience) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("process " + process.pid() + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** {@code kill -9} of its PostgreSQL and all that it forked. */
  void killPostgreSql() {
    postgreSql().ifPresent(ServiceProcess::killTree);
  }

  /** The running PostgreSQL of the data folder. */
  Optional<ProcessHandle> postgreSql() {
    return pidFile().stream()
        .findFirst()
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
        .filter(ServiceProcess::isPostgreSql);
  }

  /** Not somebody else's process that got the same id since. */
  private static boolean isPostgreSql(ProcessHandle process) {
    return process.info().command().orElse("").contains("postgres");
  }

  /** Its port, from the fourth line of {@code postmaster.pid}. */
  int postgreSqlPort() {
    return Integer.parseInt(pidFile().get(3).strip());
  }

  private List<String> pidFile() {
    Path file = dataDir.resolve("postgresql/postmaster.pid");
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void killTree(ProcessHandle root) {
    List<ProcessHandle> all = new ArrayList<>(root.descendants().toList());
    all.addFirst(root);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  private void endEverything() {
    process.destroyForcibly();
    killPostgreSql();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
    killPostgreSql();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
