package org.disclosureledger.service.projection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.database.LedgerReaders;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own on one real PostgreSQL, with the writer's and the reader's role. */
public final class ProjectionDatabase implements AutoCloseable {
  private static final EmbeddedPostgres POSTGRES = start();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final GivenNumbers numbers;
  private final HikariDataSource writer;
  private final HikariDataSource reader;

  public ProjectionDatabase(List<LedgerDescription> ledgers) {
    String name = "projection_" + COUNT.incrementAndGet();
    JdbcClient.create(POSTGRES.getPostgresDatabase()).sql("CREATE DATABASE " + name).update();
    JdbcClient owner = JdbcClient.create(POSTGRES.getDatabase("postgres", name));
    owner.sql("GRANT CREATE ON DATABASE " + name + " TO ledger_writer").update();
    owner.sql("CREATE TABLE ledger (id uuid PRIMARY KEY, name text NOT NULL UNIQUE)").update();
    owner
        .sql(
            """
            CREATE TABLE register_number (ledger_id uuid, leaf_index bigint, year integer,
              ordinal integer, PRIMARY KEY (ledger_id, leaf_index))\
            """)
        .update();
    owner.sql("GRANT SELECT ON ledger, register_number TO ledger_writer, ledger_reader").update();
    numbers = new GivenNumbers(owner);
    for (LedgerDescription ledger : ledgers) {
      owner
          .sql("INSERT INTO ledger (id, name) VALUES (:id, :name)")
          .param("id", ledger.id())
          .param("name", ledger.name())
          .update();
    }
    writer = pool(name, "ledger_writer");
    reader = pool(name, "ledger_reader");
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
      JdbcClient owner = JdbcClient.create(postgres.getPostgresDatabase());
      owner.sql("CREATE ROLE ledger_writer LOGIN").update();
      owner.sql("CREATE ROLE ledger_reader LOGIN").update();
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HikariDataSource pool(String database, String role) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(POSTGRES.getJdbcUrl(role, database));
    config.setMaximumPoolSize(6);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  public DataSource writer() {
    return writer;
  }

  public JdbcClient client() {
    return JdbcClient.create(writer);
  }

  public LedgerReader reader() {
    return LedgerReaders.of(reader);
  }

  JdbcTransactionManager transactions() {
    return new JdbcTransactionManager(writer);
  }

  /** Gives these entries their numbers before any of them is projected. */
  public void number(List<StoredEvent> events) {
    numbers.giveAll(new MemoryEntryStore(events));
  }

  public ProjectionRebuild rebuild(EntryStore store, Projector... projectors) {
    numbers.giveAll(store);
    return new ProjectionRebuild(
        writer,
        new TransactionTemplate(transactions()),
        store,
        List.of(projectors),
        "ledger_reader");
  }

  /** Makes the tables if need be and applies all that the store holds. */
  public void fill(EntryStore store, Projector projector) {
    rebuild(store, projector).prepare(projector.name(), (done, total) -> {});
  }

  /** Hands events over as a processor does: a batch is one transaction. */
  public void deliver(EntryStore store, Projector projector, List<StoredEvent> batch) {
    ProjectionFeed feed =
        new ProjectionFeed(rebuild(store, projector).tables(projector.name()), store);
    new TransactionTemplate(transactions())
        .executeWithoutResult(status -> batch.forEach(event -> feed.handle(message(event))));
  }

  static EventMessage<?> message(StoredEvent event) {
    return new GenericEventMessage<>(
        event.payload() == null ? "unknown" : event.payload(), event.header().toMetaData());
  }

  @Override
  public void close() {
    writer.close();
    reader.close();
  }
}
