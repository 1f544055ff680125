package org.disclosureledger.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start finds after another was killed at any moment. */
class ClusterFolderTest {
  @TempDir Path dataDir;
  private ClusterFolder cluster;

  @BeforeEach
  void cluster() {
    cluster = new ClusterFolder(dataDir);
  }

  private void make() throws IOException {
    Files.createDirectories(cluster.path().resolve("global"));
    Files.writeString(cluster.path().resolve("global/pg_control"), "control");
  }

  @Test
  void aCompleteClusterStaysAsItIs() throws IOException {
    make();
    cluster.complete();
    cluster.prepare();
    assertThat(cluster.path().resolve("global/pg_control")).exists();
  }

  @Test
  void anIncompleteClusterIsSetAsideAndNeverDeleted() throws IOException {
    for (int i = 1; i <= 2; i++) {
      make();
      cluster.prepare();
      assertThat(cluster.path()).doesNotExist();
      assertThat(dataDir.resolve("postgresql.incomplete-" + i + "/global/pg_control")).exists();
    }
  }

  @Test
  void aClusterThatVanishedIsNotMadeAnew() {
    cluster.complete();
    assertThatThrownBy(cluster::prepare)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("restore it");
  }

  private Path pidFile(String content) throws IOException {
    make();
    cluster.complete();
    return Files.writeString(cluster.path().resolve("postmaster.pid"), content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "not a number\n", "99999999999999999999\n"})
  void aPidFileThatSaysNothingIsRemoved(String content) throws IOException {
    Path pidFile = pidFile(content);
    cluster.prepare();
    assertThat(pidFile).doesNotExist();
  }

  @Test
  void aPidFileWhoseNumberIsSomebodyElsesProcessIsRemovedAndTheProcessLives() throws IOException {
    Path pidFile = pidFile(ProcessHandle.current().pid() + "\n" + cluster.path() + "\n");
    cluster.prepare();
    assertThat(pidFile).doesNotExist();
  }

  private Process pretend(String program, Path workingFolder, String... arguments)
      throws IOException {
    Path copy = dataDir.resolve(program);
    Files.copy(Path.of("/bin/bash"), copy, StandardCopyOption.COPY_ATTRIBUTES);
    ProcessBuilder builder =
        new ProcessBuilder(copy.toString(), "-c", "read line", program)
            .directory(workingFolder.toFile());
    builder.command().addAll(java.util.List.of(arguments));
    return builder.start();
  }

  @Test
  void whatAKilledServiceLeftRunningIsStopped() throws Exception {
    make();
    cluster.complete();
    Process initdb = pretend("initdb", dataDir, "-D", cluster.path().toString());
    Process server = pretend("postgres", cluster.path());
    Process stranger = pretend("somebody", cluster.path(), cluster.path().toString());
    try {
      cluster.prepare();
      assertThat(initdb.waitFor(1, TimeUnit.SECONDS)).isTrue();
      assertThat(server.waitFor(1, TimeUnit.SECONDS)).isTrue();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      initdb.destroyForcibly();
      server.destroyForcibly();
      stranger.destroyForcibly();
    }
  }
}
