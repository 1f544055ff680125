package org.disclosureledger.service.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real PostgreSQL in the data folder, for evaluation and small installations. zonky's defaults are
 * made for throw-away tests; here every acknowledged commit is on disk and every login needs its
 * password. One service a folder, held by a file lock that dies with the process.
 */
final class EmbeddedPostgreSql implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgreSql.class);
  private static final Duration STARTUP_WAIT = Duration.ofMinutes(2); // crash recovery replays WAL
  private static final String DATABASE = "ledger";
  private static final int PORT_LINE = 3; // of postmaster.pid, from 0

  private final FileChannel lockChannel;
  private final FileLock lock;
  private final EmbeddedPostgres postgres;
  private final DatabaseConnections connections;

  private EmbeddedPostgreSql(
      FileChannel lockChannel,
      FileLock lock,
      EmbeddedPostgres postgres,
      DatabaseConnections connections) {
    this.lockChannel = lockChannel;
    this.lock = lock;
    this.postgres = postgres;
    this.connections = connections;
  }

  /**
   * @throws StartRefused when another service uses the folder, or PostgreSQL does not come up
   */
  static EmbeddedPostgreSql start(Path folder, SecureRandom random) {
    Path dataDir = folder.toAbsolutePath().normalize();
    SecretFile.folder(dataDir);
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              dataDir.resolve("service.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel, dataDir);
      return start(dataDir, random, channel, lock);
    } catch (IOException | SQLException e) {
      close(channel);
      throw new StartRefused(
          "PostgreSQL does not start in " + dataDir.resolve("postgresql") + ": " + oneLine(e), e);
    } catch (RuntimeException e) {
      close(channel);
      throw e;
    }
  }

  private static EmbeddedPostgreSql start(
      Path dataDir, SecureRandom random, FileChannel channel, FileLock lock)
      throws IOException, SQLException {
    ClusterFolder folder = new ClusterFolder(dataDir);
    Path secrets = SecretFile.folder(dataDir.resolve("secrets"));
    Path superuserFile = secrets.resolve("postgres");
    String superuser = SecretFile.password(superuserFile, random);
    folder.prepare();
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.path())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(STARTUP_WAIT)
            // initdb takes the last --auth, so no moment passes in which trust is in force.
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", superuserFile.toAbsolutePath().toString())
            .setLocaleConfig("locale", "C.UTF-8")
            .setConnectConfig("password", superuser)
            // Later -c wins over zonky's -F and synchronous_commit=off.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("log_statement", "none")
            .setServerConfig("log_min_error_statement", "panic")
            .start();
    Roles roles = new Roles(secrets, random);
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      roles.create(connection);
      folder.complete();
    } catch (SQLException | RuntimeException e) {
      closeAfter(e, postgres);
      throw e;
    }
    String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE;
    return new EmbeddedPostgreSql(channel, lock, postgres, roles.connections(url));
  }

  DatabaseConnections connections() {
    return connections;
  }

  /**
   * The server that another service runs in this folder, for a process that works beside it.
   *
   * @return empty when no service uses the folder
   */
  static Optional<DatabaseConnections> running(Path folder, SecureRandom random) {
    Path dataDir = folder.toAbsolutePath().normalize();
    Path pidFile = dataDir.resolve("postgresql/postmaster.pid");
    Path lockFile = dataDir.resolve("service.lock");
    if (!Files.exists(lockFile) || !Files.exists(pidFile)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      if (free != null) {
        return Optional.empty();
      }
      String port = Files.readAllLines(pidFile).get(PORT_LINE);
      String url = "jdbc:postgresql://localhost:" + port + "/" + DATABASE;
      return Optional.of(new Roles(dataDir.resolve("secrets"), random).connections(url));
    } catch (IOException e) {
      throw new StartRefused("cannot tell who uses " + dataDir + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    lock.release();
    lockChannel.close();
  }

  private static FileLock lock(FileChannel channel, Path dataDir) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      log.debug("this very process holds the folder", e);
    }
    throw new StartRefused("another service uses the folder " + dataDir.toAbsolutePath());
  }

  private static String oneLine(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().findFirst().orElse(message);
  }

  private static void closeAfter(Exception failure, EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The three roles and the database, made on the first start, their passwords renewed on none. */
  private record Roles(Path secrets, SecureRandom random) {
    private DatabaseConnections.Login login(String role) {
      return new DatabaseConnections.Login(
          role, SecretFile.password(secrets.resolve(role), random));
    }

    void create(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        for (String role : List.of("ledger_owner", "ledger_writer", "ledger_reader")) {
          // base64url passwords and constant names: nothing here needs quoting.
          String password = login(role).password();
          statement.execute(
              """
              DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                  CREATE ROLE %1$s LOGIN NOSUPERUSER;
                END IF;
                ALTER ROLE %1$s PASSWORD '%2$s';
              END $$\
              """
                  .formatted(role, password));
        }
        try (var found =
            statement.executeQuery(
                "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
          if (found.next()) {
            return;
          }
        }
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER ledger_owner");
      }
    }

    DatabaseConnections connections(String url) {
      return new DatabaseConnections(
          url, login("ledger_owner"), login("ledger_writer"), login("ledger_reader"));
    }
  }
}
