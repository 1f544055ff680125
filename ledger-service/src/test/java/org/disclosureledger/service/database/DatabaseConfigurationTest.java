package org.disclosureledger.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** The embedded server for real: killed starts, durable sessions; and servers that are refused. */
class DatabaseConfigurationTest {
  @TempDir Path dataDir;

  private DatabaseHandle open() {
    MockEnvironment environment =
        new MockEnvironment().withProperty("ledger.data-dir", dataDir.resolve("data").toString());
    return new DatabaseConfiguration().database(environment);
  }

  private static String show(DataSource source, String setting) {
    return String.valueOf(
        JdbcClient.create(source).sql("SHOW " + setting).query(String.class).single());
  }

  @Test
  void sessionsAreDurableAndBoundedAndAStartThatWasCutShortIsMadeAnew() throws Exception {
    Path folder = Files.createDirectories(dataDir.resolve("data/postgresql/base"));
    Files.setPosixFilePermissions(
        dataDir.resolve("data"),
        java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    Files.writeString(folder.resolveSibling("PG_VERSION"), "18\n");
    DatabaseConfiguration configuration = new DatabaseConfiguration();
    try (DatabaseHandle handle = open()) {
      DataSource appender = configuration.appenderDatabase(handle).dataSource();
      assertThat(show(appender, "lock_timeout")).isEqualTo("20s");
      assertThat(show(appender, "idle_in_transaction_session_timeout")).isEqualTo("30s");
      assertThat(show(appender, "synchronous_commit")).isEqualTo("on");
      try (var reader = configuration.reader(handle);
          var writer = configuration.writer(handle)) {
        assertThat(show(reader, "statement_timeout")).isEqualTo("15s");
        assertThat(show(writer, "statement_timeout")).isEqualTo("0");
      }
      assertThat(dataDir.resolve("data/postgresql.ready")).exists();
      assertThat(dataDir.resolve("data/postgresql.incomplete-1/PG_VERSION")).exists();
    }
    // Whoever fails after the start stops the server: else this one would find it running.
    Files.delete(dataDir.resolve("data/postgresql.ready"));
    Files.createDirectory(dataDir.resolve("data/postgresql.ready.new"));
    Files.createFile(dataDir.resolve("data/postgresql.ready.new/in-the-way"));
    assertThatThrownBy(this::open).isInstanceOf(RuntimeException.class);
    assertThat(dataDir.resolve("data/postgresql/postmaster.pid")).doesNotExist();
  }

  @Test
  void aServerThatLosesCommitsOrIsTooOldIsRefusedInOneLine() {
    assertThatCode(() -> ServerCheck.require("url", 150_000, "on", "on"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> ServerCheck.require("url", 149_999, "on", "on"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("older than PostgreSQL 15: 14");
    assertThatThrownBy(() -> ServerCheck.require("url", 180_000, "off", "on"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("fsync=off");
    assertThatThrownBy(() -> ServerCheck.require("url", 180_000, "on", "off"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("full_page_writes=off");
  }

  @Test
  void aConfiguredServerIsAskedBeforeAnythingIsWrittenToIt() throws Exception {
    // The tests' own server runs without fsync.
    try (LedgerDatabase database = LedgerDatabase.create()) {
      DatabaseConnections.Login owner = new DatabaseConnections.Login("ledger_owner", "");
      String url = ((org.postgresql.ds.PGSimpleDataSource) database.owner()).getUrl();
      DatabaseConnections connections = new DatabaseConnections(url, owner, owner, owner);
      assertThatThrownBy(() ->
              DatabaseHandle.open(
                  new DatabaseProperties(dataDir, connections, false), new SecureRandom()))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("fsync=off");
    }
  }

  @Test
  void aDatabaseOfALaterVersionIsLeftAsItIs() throws Exception {
    try (DatabaseHandle handle = open()) {
      DatabaseConnections connections = handle.connections();
      try (Connection owner =
              DriverManager.getConnection(
                  connections.url(), connections.owner().user(), connections.owner().password());
          Statement statement = owner.createStatement()) {
        statement.execute(
            """
            INSERT INTO flyway_schema_history
            SELECT installed_rank + 1, '99999', 'later', type, 'V99999__later.sql', 1,
              installed_by, now(), 1, true
            FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1\
            """);
      }
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("is of a later version of the service: its schema is at 99999");
    // It was stopped again, so that the right version finds it free.
    assertThat(dataDir.resolve("data/postgresql/postmaster.pid")).doesNotExist();
  }
}
