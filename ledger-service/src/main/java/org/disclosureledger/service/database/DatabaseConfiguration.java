package org.disclosureledger.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
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

  @Bean
  DatabaseHandle database(Environment environment) {
    DatabaseHandle handle =
        DatabaseHandle.open(DatabaseProperties.of(environment), new SecureRandom());
    migrate(handle.connections());
    return handle;
  }

  private static void migrate(DatabaseConnections connections) {
    try {
      Flyway.configure()
          .dataSource(connections.url(), connections.owner().user(), connections.owner().password())
          .locations("classpath:db/migration")
          .load()
          .migrate();
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

  @Bean
  @Primary
  @Qualifier("writer")
  HikariDataSource writer(DatabaseHandle database) {
    return pool(database.connections().url(), database.connections().writer(), "writer", 16);
  }

  @Bean
  @Qualifier("reader")
  HikariDataSource reader(DatabaseHandle database) {
    return pool(database.connections().url(), database.connections().reader(), "reader", 16);
  }

  /** The appender's own connections: it never waits for a place in a pool. */
  @Bean
  AppenderDatabase appenderDatabase(DatabaseHandle database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.connections().url());
    source.setUser(database.connections().writer().user());
    source.setPassword(database.connections().writer().password());
    source.setApplicationName("ledger-appender");
    return new AppenderDatabase(source);
  }

  private static HikariDataSource pool(
      String url, DatabaseConnections.Login login, String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setPoolName(name);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(10_000);
    return new HikariDataSource(config);
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
    return new LedgerReader(JdbcClient.create(reader), transaction);
  }
}
