package org.disclosureledger.service.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded cluster's folder, brought into a state in which a server can start. Only the holder
 * of the data folder's lock may use this: whatever runs on the cluster then was left behind by a
 * service that was killed.
 */
final class ClusterFolder {
  private static final Logger log = LoggerFactory.getLogger(ClusterFolder.class);
  private static final Duration LEFTOVER_WAIT = Duration.ofSeconds(15);
  private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "pg_ctl");

  private final Path folder;
  private final Path marker;

  ClusterFolder(Path dataDir) {
    this.folder = dataDir.resolve("postgresql");
    this.marker = dataDir.resolve("postgresql.ready");
  }

  Path path() {
    return folder;
  }

  /**
   * @throws StartRefused when a cluster that was once complete is no longer there
   */
  void prepare() throws IOException {
    stopLeftovers();
    removeForeignPid();
    if (Files.exists(marker)) {
      // A new cluster under the old keys would be a second history of the same ledgers.
      if (!Files.exists(folder.resolve("global/pg_control"))) {
        throw new StartRefused(
            folder + " held a database and holds none now; restore it from a backup");
      }
    } else {
      setAside();
    }
  }

  /** Roles and database stand: from now on the folder is never replaced. */
  void complete() {
    if (!Files.exists(marker)) {
      SecretFile.write(marker, "complete\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** A start killed before {@link #complete} leaves a cluster in which nothing was recorded yet. */
  private void setAside() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    int number = 1;
    Path aside = folder.resolveSibling("postgresql.incomplete-" + number);
    while (Files.exists(aside)) {
      number++;
      aside = folder.resolveSibling("postgresql.incomplete-" + number);
    }
    Files.move(folder, aside);
    log.warn("an interrupted first start left {}; it is not used and may be removed", aside);
  }

  private void stopLeftovers() {
    List<ProcessHandle> leftovers;
    try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
      leftovers = processes.filter(this::runsHere).toList();
    }
    for (ProcessHandle leftover : leftovers) {
      log.info("stopping process {}, left behind by a killed service", leftover.pid());
      leftover.destroy();
    }
    leftovers.forEach(ClusterFolder::awaitEnd);
  }

  private static void awaitEnd(ProcessHandle leftover) {
    try {
      leftover.onExit().get(LEFTOVER_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // Its write-ahead log is on disk: a hard stop loses nothing that was committed.
      leftover.destroyForcibly();
      leftover.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("interrupted while waiting for the old PostgreSQL", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for a process cannot fail", e);
    }
  }

  /** By its arguments, or by its working folder: servers and their children work in the cluster. */
  private boolean runsHere(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    Optional<Path> program = info.command().map(command -> Path.of(command).getFileName());
    if (program.isEmpty() || !PROGRAMS.contains(program.get().toString())) {
      return false;
    }
    boolean named =
        Arrays.stream(info.arguments().orElse(new String[0]))
            .anyMatch(a -> a.equals(folder.toString()) || a.endsWith("=" + folder));
    return named || worksHere(process);
  }

  private boolean worksHere(ProcessHandle process) {
    Path link = Path.of("/proc", Long.toString(process.pid()), "cwd");
    try {
      return Files.isSymbolicLink(link)
          && Files.exists(folder)
          && Files.readSymbolicLink(link).equals(folder.toRealPath());
    } catch (IOException e) {
      log.debug("process {} ended or is somebody else's", process.pid(), e);
      return false;
    }
  }

  /**
   * PostgreSQL does not start while the number in its pid file is a running process, though that be
   * somebody else's by now. It settles a dead one itself, so such a file is left to it.
   */
  private void removeForeignPid() throws IOException {
    Path pidFile = folder.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    String first =
        Files.readString(pidFile, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    boolean number = first.matches("[0-9]{1,10}");
    if (!number || ProcessHandle.of(Long.parseLong(first)).isPresent()) {
      log.info("removing the stale {}", pidFile);
      Files.delete(pidFile);
    }
  }
}
