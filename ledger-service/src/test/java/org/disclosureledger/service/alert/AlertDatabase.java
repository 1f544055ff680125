package org.disclosureledger.service.alert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.LedgerDatabase;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.deadline.Session;
import org.disclosureledger.service.deadline.Weekday;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One ledger's tables with rows as the test says, and a clock that it sets. The lists that a look
 * reads say themselves how far they have come.
 */
final class AlertDatabase implements AutoCloseable {
  static final LedgerDescription LEDGER =
      new LedgerDescription(
          UUID.fromString("7d0c6c52-3f1e-4a8e-9b7d-0a1b2c3d4e5f"),
          "demo",
          new Origin("ledger.example/demo"),
          false);
  static final Instant OPENED = Instant.parse("2025-01-10T02:00:00.000Z");
  static final String FROM = "ledger@example.com";
  static final AlertSettings SETTINGS = settings("supervisor@example.com");

  final LedgerDatabase database = LedgerDatabase.create();
  final JdbcClient writer = database.pooledWriter();
  final MemoryEntryStore store = new MemoryEntryStore(List.of());
  private final JdbcClient superuser = JdbcClient.create(database.superuser());
  Instant now = Instant.parse("2026-07-20T03:00:00.000Z");
  private long head = -1;

  AlertDatabase() {
    superuser
        .sql("INSERT INTO ledger (id, name, origin, sample) VALUES (:id, 'demo', :origin, false)")
        .param("id", LEDGER.id())
        .param("origin", LEDGER.origin().value())
        .update();
    for (String projection : List.of("register", "report", "forgery")) {
      make(projection);
    }
    store.add(opening());
  }

  private void make(String projection) {
    try (InputStream in =
            AlertDatabase.class.getResourceAsStream("/projections/" + projection + ".sql");
        Connection connection = database.writer().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + projection);
      statement.execute("SET search_path TO " + projection + ", public");
      statement.execute("CREATE TABLE applied (position bigint NOT NULL)");
      statement.execute("INSERT INTO applied VALUES (-1)");
      if (in == null) {
        throw new IllegalStateException("no tables of " + projection);
      }
      statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(projection, e);
    }
  }

  /** Mails as a process that starts now would. */
  AlertMail mail(
      AlertSender sender,
      int port,
      List<LedgerDescription> ledgers,
      AlertSettings settings,
      Counter refused,
      LongSupplier nanoTime) {
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    DataSource source = database.writer();
    return new AlertMail(
        JdbcClient.create(source),
        new TransactionTemplate(new JdbcTransactionManager(source)),
        directory(ledgers),
        ledger -> now,
        settings,
        sender,
        FROM,
        "https://ledger.example",
        refused,
        nanoTime);
  }

  /** The same to one ledger's recipients, by the sender of the service. */
  AlertMail mail(int port, Duration patience, LongSupplier nanoTime, String... recipients) {
    AlertSender sender = new AlertSender();
    sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "" + patience.toMillis());
    return mail(
        AlertSender.like(sender),
        port,
        List.of(LEDGER),
        settings(recipients),
        new SimpleMeterRegistry().counter("refused"),
        nanoTime);
  }

  static AlertSettings settings(String... recipients) {
    return settings(Map.of("demo", List.of(recipients)));
  }

  /** Recipients by the name of their ledger. */
  static AlertSettings settings(Map<String, List<String>> mailTo) {
    return new AlertSettings(
        Duration.ofSeconds(30),
        Duration.ofHours(4),
        Duration.ofHours(1),
        Period.ofDays(15),
        Period.ofDays(5),
        Period.ofDays(60),
        FROM,
        mailTo,
        Duration.ofDays(3));
  }

  private static StoredEvent opening() {
    return stored("ledger", 0, null);
  }

  /** A calendar that covers the year before that day, and the entry's id. */
  UUID calendar(LocalDate last, long leaf) {
    StoredEvent imported =
        stored(
            "calendar",
            leaf,
            new CalendarImported(
                last.minusYears(1),
                last,
                List.of(Weekday.MON),
                List.of(new Session(LocalTime.of(8, 0), LocalTime.NOON)),
                List.of()));
    store.add(imported);
    return imported.header().id();
  }

  private static StoredEvent stored(String stream, long leaf, @Nullable Object payload) {
    EventHeader header =
        new EventHeader(
            new UUID(0x0196_a5b0_0000_7000L, Long.MIN_VALUE + leaf),
            "demo",
            new StreamId(stream),
            "org.disclosureledger.test.v1",
            OPENED,
            OPENED,
            Actor.SYSTEM,
            ActorRole.SYSTEM,
            null,
            leaf,
            leaf,
            leaf);
    return new StoredEvent(header, TestEntries.of(header, "{}"), payload);
  }

  AlertScan scan() {
    return new AlertScan(writer, directory(), ledger -> now, store, SETTINGS);
  }

  /** One more ledger, whose lists are nobody's here. */
  LedgerDescription other(String name) {
    LedgerDescription other =
        new LedgerDescription(
            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
            name,
            new Origin("ledger.example/" + name),
            false);
    superuser
        .sql("INSERT INTO ledger (id, name, origin, sample) VALUES (:id, :name, :origin, false)")
        .param("id", other.id())
        .param("name", name)
        .param("origin", other.origin().value())
        .update();
    return other;
  }

  static LedgerDirectory directory() {
    return directory(List.of(LEDGER));
  }

  static LedgerDirectory directory(List<LedgerDescription> ledgers) {
    return new LedgerDirectory() {
      @Override
      public Optional<LedgerDescription> find(String name) {
        return ledgers.stream().filter(ledger -> ledger.name().equals(name)).findFirst();
      }

      @Override
      public List<LedgerDescription> all() {
        return ledgers;
      }
    };
  }

  /** One more entry in the ledger, which no list knows yet. */
  void append() {
    head++;
    database.tamper(
        """
        INSERT INTO entry (position, ledger_id, leaf_index, stream_id, sequence, event_id, type,
          recorded_at, bytes, leaf_hash)
        VALUES (%d, '%s', %d, 'test', %d, gen_random_uuid(), 'test', now(), '\\x00',
          decode(repeat('00', 32), 'hex'))\
        """
            .formatted(head, LEDGER.id(), head, head));
  }

  /** The list has taken all entries. */
  void catchUp(String projection) {
    writer
        .sql("UPDATE " + projection + ".applied SET position = :head")
        .param("head", head)
        .update();
  }

  /** An open request that is due then. */
  UUID request(int ordinal, Instant due) {
    UUID id = new UUID(7, ordinal);
    writer
        .sql(
            """
            INSERT INTO register.request (ledger, request_id, register_year, register_ordinal,
              received_at, recorded_at, agency_code, agency_kind, original_agency_code, channel,
              case_type, priority, urgency, secrecy, route, emergency, item_count, item_kinds, state,
              due, clarification_open, last_sequence, folded)
            VALUES ('demo', :id, 2026, :ordinal, :due, :due, 'CA', 'X', 'CA', 'EMAIL', 'X', 'X', 'X',
              'X', 'X', false, 1, '{}', 'OPEN', :due, false, 0, '{}')\
            """)
        .param("id", id)
        .param("ordinal", ordinal)
        .param("due", SqlTime.of(due))
        .update();
    return id;
  }

  void answered(UUID request) {
    writer
        .sql("UPDATE register.request SET answered_at = now() WHERE request_id = :id")
        .param("id", request)
        .update();
  }

  /** A frozen report of the list. */
  void report(String name, String kind, @Nullable Instant dueBy) {
    writer
        .sql(
            """
            INSERT INTO report.report (ledger, name, kind, period_from, period_to, frozen_at,
              leaf_index, as_of, due_by)
            VALUES ('demo', :name, :kind, now(), now(), now(),
              (SELECT count(*) FROM report.report), now(), :due::timestamptz)\
            """)
        .param("name", name)
        .param("kind", kind)
        .param("due", dueBy == null ? null : dueBy.toString())
        .update();
  }

  void submitted(String name) {
    writer
        .sql("UPDATE report.report SET submissions = 1 WHERE name = :name")
        .param("name", name)
        .update();
  }

  /** An alert as a look leaves it. */
  void raise(String subject, Instant raisedAt) {
    raise(LEDGER, subject, raisedAt);
  }

  void raise(LedgerDescription ledger, String subject, Instant raisedAt) {
    writer
        .sql(
            """
            INSERT INTO alert (ledger_id, kind, subject, cause, raised_at)
            VALUES (:ledger, 'REPORT_DUE', :subject, '', :raised)\
            """)
        .param("ledger", ledger.id())
        .param("subject", subject)
        .param("raised", SqlTime.of(raisedAt))
        .update();
  }

  /** In the order of raising, as {@code KIND subject due}. */
  List<String> alerts() {
    return writer.sql("SELECT * FROM alert ORDER BY id").query(AlertRows::row).list().stream()
        .map(alert -> alert.kind() + " " + alert.subject() + " " + alert.due())
        .toList();
  }

  /** Of those that went out. */
  List<String> mailed() {
    return writer
        .sql("SELECT subject FROM alert WHERE mailed_at IS NOT NULL ORDER BY id")
        .query((row, n) -> row.getString("subject"))
        .list();
  }

  @Override
  public void close() {
    database.close();
  }
}
