package org.disclosureledger.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A migrated database of its own for each test, all in one throw-away PostgreSQL a JVM. The three
 * roles are as in production; the superuser stands for whoever gets hold of the disk.
 */
public final class LedgerDatabase implements AutoCloseable {
  private static final String TEMPLATE = "ledger_template";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;
  private final List<HikariDataSource> pools = new ArrayList<>();

  private LedgerDatabase(String name) {
    this.name = name;
  }

  /** Started at first use, stopped when the JVM ends. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
        for (String role : List.of("ledger_owner", "ledger_writer", "ledger_reader")) {
          asSuperuser(postgres, "postgres", "CREATE ROLE " + role + " LOGIN NOSUPERUSER");
        }
        asSuperuser(postgres, "postgres", "CREATE DATABASE " + TEMPLATE + " OWNER ledger_owner");
        migrate(source(postgres, TEMPLATE, "ledger_owner"), "latest");
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A fresh database; the deployment's next position is 0. */
  public static LedgerDatabase create() {
    String name = "ledger_" + COUNT.incrementAndGet();
    asSuperuser(
        Server.POSTGRES,
        "postgres",
        "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER ledger_owner");
    // Rights on the database itself, which migrations give, are not copied with it.
    asSuperuser(
        Server.POSTGRES,
        name,
        "GRANT CREATE ON DATABASE "
            + name
            + " TO ledger_writer; REVOKE TEMPORARY ON DATABASE "
            + name
            + " FROM PUBLIC");
    return new LedgerDatabase(name);
  }

  /** A fresh database as a service of that schema version left it. */
  static LedgerDatabase createAt(String version) {
    String name = "ledger_" + COUNT.incrementAndGet();
    asSuperuser(Server.POSTGRES, "postgres", "CREATE DATABASE " + name + " OWNER ledger_owner");
    LedgerDatabase database = new LedgerDatabase(name);
    migrate(database.owner(), version);
    return database;
  }

  /** To the newest version. */
  void migrate() {
    migrate(owner(), "latest");
  }

  private static void migrate(DataSource owner, String version) {
    Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  public DataSource superuser() {
    return source(Server.POSTGRES, name, "postgres");
  }

  public DataSource owner() {
    return source(Server.POSTGRES, name, "ledger_owner");
  }

  /** Unpooled, as the appender's. */
  public DataSource writer() {
    return source(Server.POSTGRES, name, "ledger_writer");
  }

  /** Unpooled. */
  public DataSource reader() {
    return source(Server.POSTGRES, name, "ledger_reader");
  }

  public JdbcClient pooledWriter() {
    return JdbcClient.create(pool("ledger_writer"));
  }

  public LedgerReader ledgerReader() {
    return LedgerReaders.of(pool("ledger_reader"));
  }

  /** What an intruder on the server can do: no trigger runs. */
  public void tamper(String sql) {
    asSuperuser(Server.POSTGRES, name, "SET session_replication_role = replica; " + sql);
  }

  private HikariDataSource pool(String role) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source(Server.POSTGRES, name, role));
    config.setMaximumPoolSize(8);
    HikariDataSource pool = new HikariDataSource(config);
    pools.add(pool);
    return pool;
  }

  private static PGSimpleDataSource source(EmbeddedPostgres postgres, String name, String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name);
    source.setUser(role);
    return source;
  }

  private static void asSuperuser(EmbeddedPostgres postgres, String database, String sql) {
    try (Connection connection = source(postgres, database, "postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
    asSuperuser(Server.POSTGRES, "postgres", "DROP DATABASE " + name + " WITH (FORCE)");
  }
}
