package org.disclosureledger.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The data sources of the three roles; migrations have run before any of them is handed out. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final int POOL_SIZE = 16;
  // A peer that vanished or a replica that hangs with the head's lock must not stop this one for
  // ever; and an acknowledged commit is on disk, whatever the server's default says.
  private static final int APPENDER_SOCKET_SECONDS = 60;
  private static final String APPENDER_OPTIONS =
      "-c lock_timeout=20s -c idle_in_transaction_session_timeout=30s -c synchronous_commit=on";
  private static final int DOOR_POOL_SIZE = 4;
  private static final int SIGN_IN_POOL_SIZE = 2;
  private static final String DOOR_OPTIONS =
      "-c statement_timeout=3s -c lock_timeout=3s -c idle_in_transaction_session_timeout=5s"
          + " -c synchronous_commit=off";
  private static final String READER_OPTIONS = "-c statement_timeout=15s";
  // Two hundred ledgers are compared in one question.
  private static final Duration QUESTION = Duration.ofSeconds(60);

  @Bean
  DatabaseHandle database(Environment environment) {
    DatabaseHandle handle =
        DatabaseHandle.open(DatabaseProperties.of(environment), new SecureRandom());
    try {
      migrate(handle.connections());
      return handle;
    } catch (RuntimeException e) {
      closeAfter(e, handle);
      throw e;
    }
  }

  /** No bean yet, so nobody else would stop the server. */
  private static void closeAfter(RuntimeException failure, DatabaseHandle handle) {
    try {
      handle.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  static void migrate(DatabaseConnections connections) {
    try {
      Flyway flyway =
          Flyway.configure()
              .dataSource(
                  connections.url(), connections.owner().user(), connections.owner().password())
              .locations("classpath:db/migration")
              .load();
      requireNoNewer(connections, flyway.info());
      flyway.migrate();
    } catch (FlywayException e) {
      String message = e.getMessage() == null ? "" : e.getMessage();
      throw new StartRefused(
          "the database at "
              + connections.url()
              + " cannot be migrated: "
              + message.lines().filter(l -> !l.isBlank()).findFirst().orElse("unknown"),
          e);
    }
  }

  /** Rows that a later version keeps are not for this one to write. */
  private static void requireNoNewer(DatabaseConnections connections, MigrationInfoService found) {
    for (MigrationInfo each : found.applied()) {
      if (each.getState() == MigrationState.FUTURE_SUCCESS
          || each.getState() == MigrationState.FUTURE_FAILED) {
        throw new StartRefused(
            "the database at %s is of a later version of the service: its schema is at %s"
                .formatted(connections.url(), each.getVersion()));
      }
    }
  }

  @Bean
  @Primary
  @Qualifier("writer")
  HikariDataSource writer(DatabaseHandle database) {
    return pool(database.connections().url(), database.connections().writer(), "writer", "");
  }

  @Bean
  @Qualifier("reader")
  HikariDataSource reader(DatabaseHandle database) {
    return pool(
        database.connections().url(), database.connections().reader(), "reader", READER_OPTIONS);
  }

  /**
   * Counts who comes in, on few connections of its own, so that neither a busy ledger holds up the
   * door nor a crowd at the door the ledger. None of it needs to outlive a crash.
   */
  @Bean(defaultCandidate = false)
  @Qualifier("door")
  HikariDataSource door(DatabaseHandle database) {
    return counting(database, "door", DOOR_POOL_SIZE);
  }

  /** Those who are in and ask for much leave strangers these. */
  @Bean(defaultCandidate = false)
  @Qualifier("sign-ins")
  HikariDataSource signIns(DatabaseHandle database) {
    return counting(database, "sign-ins", SIGN_IN_POOL_SIZE);
  }

  private static HikariDataSource counting(DatabaseHandle database, String name, int size) {
    HikariConfig config =
        settings(database.connections().url(), database.connections().writer(), name, DOOR_OPTIONS);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(3_000);
    return new HikariDataSource(config);
  }

  /** The appender's own connections: it never waits for a place in a pool. */
  @Bean
  AppenderDatabase appenderDatabase(DatabaseHandle database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.connections().url());
    source.setUser(database.connections().writer().user());
    source.setPassword(database.connections().writer().password());
    source.setApplicationName("ledger-appender");
    source.setTcpKeepAlive(true);
    source.setSocketTimeout(APPENDER_SOCKET_SECONDS);
    source.setOptions(APPENDER_OPTIONS);
    return new AppenderDatabase(source);
  }

  private static HikariDataSource pool(
      String url, DatabaseConnections.Login login, String name, String options) {
    return new HikariDataSource(settings(url, login, name, options));
  }

  private static HikariConfig settings(
      String url, DatabaseConnections.Login login, String name, String options) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setPoolName(name);
    config.setMaximumPoolSize(POOL_SIZE);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    if (!options.isEmpty()) {
      config.addDataSourceProperty("options", options);
    }
    config.setConnectionTimeout(10_000);
    return config;
  }

  @Bean
  @Primary
  JdbcClient writerClient(@Qualifier("writer") DataSource writer) {
    return JdbcClient.create(writer);
  }

  @Bean
  @Primary
  PlatformTransactionManager writerTransactions(@Qualifier("writer") DataSource writer) {
    return new JdbcTransactionManager(writer);
  }

  @Bean
  LedgerReader ledgerReader(@Qualifier("reader") DataSource reader) {
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(reader));
    transaction.setReadOnly(true);
    return new LedgerReader(JdbcClient.create(reader), transaction, QUESTION);
  }
}
