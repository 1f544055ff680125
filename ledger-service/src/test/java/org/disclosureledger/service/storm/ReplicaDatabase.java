package org.disclosureledger.service.storm;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A PostgreSQL that several services share, with the three roles of the ledger; durable. */
final class ReplicaDatabase implements AutoCloseable {
  private static final String PASSWORD = "storm-only";

  private final EmbeddedPostgres server;

  private ReplicaDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  static ReplicaDatabase start(Path folder) throws IOException, SQLException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setLocaleConfig("locale", "C.UTF-8")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200")
            .start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String role : List.of("ledger_owner", "ledger_writer", "ledger_reader")) {
        statement.execute("CREATE ROLE " + role + " LOGIN NOSUPERUSER PASSWORD '" + PASSWORD + "'");
      }
      statement.execute("CREATE DATABASE ledger OWNER ledger_owner");
    }
    return new ReplicaDatabase(server);
  }

  private String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/ledger";
  }

  /** How a service is told to use it. */
  List<String> settings() {
    return List.of(
        "--spring.datasource.url=" + url(),
        "--spring.datasource.username=ledger_writer",
        "--spring.datasource.password=" + PASSWORD,
        "--spring.flyway.user=ledger_owner",
        "--spring.flyway.password=" + PASSWORD,
        "--ledger.reader.username=ledger_reader",
        "--ledger.reader.password=" + PASSWORD);
  }

  LedgerDatabase asSuperuser() {
    return new LedgerDatabase(url(), "postgres", "");
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
