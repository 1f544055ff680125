package org.disclosureledger.service.sealing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.service.database.LedgerDatabase;
import org.disclosureledger.service.deadline.PolicyEvents;
import org.disclosureledger.service.disclosure.DigestCover;
import org.disclosureledger.service.disclosure.TermHmac;
import org.disclosureledger.service.disclosure.TestVault;
import org.disclosureledger.service.disclosure.Vault;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.erasure.event.ErasureEvents;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.TestKeys;
import org.disclosureledger.service.opening.LedgerOpener;
import org.disclosureledger.service.opening.TestOpening;
import org.disclosureledger.service.request.event.RequestEvents;
import org.disclosureledger.service.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The append path put together as the service does, over a real PostgreSQL and real keys. */
final class SealingRig implements AutoCloseable {
  static final EventIds IDS = EventIds.secure();
  static final Actor CLERK = Actor.of(UUID.fromString("5a1d4b6e-7c0f-4a53-9d2e-1f2a3b4c5d6e"));

  final LedgerDatabase database = LedgerDatabase.create();
  final FaultySource appenderSource = new FaultySource(database.writer());
  final LedgerClocks clocks = new LedgerClocks(InstantSource.system());
  final EventTypes types =
      new EventTypes(
          List.of(
              TestOpening.events(),
              new PolicyEvents(),
              new ErasureEvents(),
              new RequestEvents(),
              new Noted.Events()),
          ShippedTypes.onClassPath());
  final EventJson json = new EventJson(new SecureRandom());
  final KeyRing keys;
  final JdbcEntryStore store;
  final LedgerDirectory directory;
  final LedgerTree tree;
  final AnswerStore answers;
  final Vault vault;
  final TermHmac hmac;
  LedgerAppender appender;

  SealingRig(Path keysFolder) {
    var writer = database.pooledWriter();
    keys = TestKeys.open(keysFolder);
    directory = new JdbcLedgerDirectory(writer);
    store =
        new JdbcEntryStore(writer, database.ledgerReader(), directory, new StoredRows(types, json));
    tree = new LedgerTree(database.ledgerReader(), directory);
    answers = new AnswerStore(writer, new DigestCover(keys));
    vault = TestVault.over(database, keys);
    hmac = TestVault.hmac(keys);
    appender = newAppender(keys);
    appender.start();
  }

  /** The same ledgers, of which fewer bytes are read at once. */
  JdbcEntryStore store(long mostBytes) {
    var reader = database.ledgerReader();
    return new JdbcEntryStore(
        database.pooledWriter(), reader, directory, new StoredRows(types, json), mostBytes);
  }

  private LedgerAppender newAppender(KeyRing ring) {
    return newAppender(ring, new Unguarded());
  }

  private LedgerAppender newAppender(KeyRing ring, HeadGuard guard) {
    return new LedgerAppender(
        appenderSource,
        clocks,
        new HeadSigner(ring, guard),
        new RegisterNumbering(types::isNumbered),
        AppendObserver.NONE,
        TraceKeeper.NONE);
  }

  /** A second process on the same database, with the same keys. */
  LedgerAppender anotherAppender() {
    LedgerAppender another =
        new LedgerAppender(
            database.writer(),
            clocks,
            new HeadSigner(keys, new Unguarded()),
            new RegisterNumbering(types::isNumbered),
            AppendObserver.NONE,
            TraceKeeper.NONE);
    another.start();
    return another;
  }

  /** Another process takes over: what waits is committed first. */
  void restart() {
    appender.close();
    appender = newAppender(keys);
    appender.start();
  }

  LedgerSealing sealing() {
    return sealing(clocks);
  }

  LedgerSealing sealing(LedgerClock clock) {
    return new LedgerSealing(types, json, keys, vault, hmac, clock, appender, Traces.NONE);
  }

  /** A second process, started, whose keys are these. */
  LedgerAppender appenderWith(KeyRing ring) {
    LedgerAppender another = newAppender(ring);
    another.start();
    return another;
  }

  /** In the place of the first. */
  void guardedBy(HeadGuard guard) {
    appender.close();
    appender = newAppender(keys, guard);
    appender.start();
  }

  /** One that takes commands and does nothing with them. */
  LedgerAppender idleAppender() {
    return newAppender(keys);
  }

  /** A started appender that commits and then has no key to sign the head with. */
  LedgerAppender unsigningAppender() {
    KeyRing keyless = TestKeys.without(keys);
    LedgerAppender unsigning = newAppender(keyless);
    unsigning.start();
    return unsigning;
  }

  /** A ledger with entry 0 and the shipped policy, as the service opens it. */
  LedgerDescription open(String name) {
    LedgerDescription ledger = register(name);
    opener().open(ledger, "DEMO", "Doanh nghiệp thử nghiệm", "Demonstration enterprise");
    return ledger;
  }

  /** A sample ledger, whose clock can be set, without any entry. */
  LedgerDescription register(String name) {
    return opener().register(name, new Origin("ledger.example/" + name), true);
  }

  LedgerOpener opener() {
    return opener(keys, new Unguarded());
  }

  LedgerOpener opener(KeyRing ring, HeadGuard guard) {
    return TestOpening.opener(database, ring, store, sealing(), clocks, tree, guard);
  }

  static UnsealedEvent noted(LedgerDescription ledger, StreamId stream, String text, Instant time) {
    EventHeader header =
        new EventHeader(
            IDS.at(time),
            ledger.name(),
            stream,
            Noted.BINDING.type(),
            time,
            time,
            CLERK,
            ActorRole.LEGAL,
            null,
            0,
            EventHeader.UNSEALED,
            EventHeader.UNSEALED);
    return new UnsealedEvent(header, new Noted(text, Committed.of("bí mật")));
  }

  /** So many events of one stream, sealed now and not appended. */
  AppendRequest prepare(
      LedgerDescription ledger, StreamId stream, int count, @Nullable IdempotencyRecord key) {
    return prepare(sealing(), ledger, stream, count, key);
  }

  AppendRequest prepare(
      LedgerSealing sealing,
      LedgerDescription ledger,
      StreamId stream,
      int count,
      @Nullable IdempotencyRecord key) {
    Instant time = clocks.now(ledger.name());
    List<UnsealedEvent> events =
        IntStream.range(0, count).mapToObj(i -> noted(ledger, stream, "dòng " + i, time)).toList();
    return sealing.prepare(ledger, events, head(ledger, stream), key);
  }

  @Nullable StreamLink head(LedgerDescription ledger, StreamId stream) {
    List<StoredEvent> events = store.stream(ledger.name(), stream);
    return events.isEmpty() ? null : StreamLink.of(events.getLast().entry());
  }

  AppendResult append(
      LedgerDescription ledger, StreamId stream, int count, @Nullable IdempotencyRecord key) {
    return appender.append(prepare(ledger, stream, count, key));
  }

  AppendResult append(LedgerDescription ledger, StreamId stream, int count) {
    return append(ledger, stream, count, null);
  }

  /** All of these in one transaction, in this order. */
  void appendTogether(AppendRequest... requests) {
    appender.close();
    appender = newAppender(keys);
    for (AppendRequest request : requests) {
      appender.submit(request);
    }
    appender.start();
    for (AppendRequest request : requests) {
      outcome(request);
    }
  }

  /** The result, or the refusal. */
  static Object outcome(AppendRequest request) {
    try {
      return request.outcome().orTimeout(60, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CommandRefused refused) {
        return refused.rule();
      }
      throw e;
    }
  }

  static AppendResult result(AppendRequest request) {
    return (AppendResult) outcome(request);
  }

  long size(LedgerDescription ledger) {
    return tree.withHashes(ledger.id(), LedgerTree.TreeHashes::size);
  }

  /** The register number of a leaf as it is stored. */
  Optional<AssignedNumber> number(LedgerDescription ledger, long leafIndex) {
    return JdbcClient.create(database.superuser())
        .sql("SELECT ordinal, year FROM register_number WHERE ledger_id = :l AND leaf_index = :i")
        .param("l", ledger.id())
        .param("i", leafIndex)
        .query((row, n) -> new AssignedNumber(row.getInt(1), row.getInt(2)))
        .optional();
  }

  /** Re-verifies everything that is stored. */
  void verifyAll() {
    new LedgerAudit(this).verify();
  }

  static StreamId stream(String name) {
    return new StreamId("note/" + name);
  }

  static IdempotencyRecord key(int key, int command) {
    byte[] keyHmac = new byte[32];
    byte[] commandHmac = new byte[32];
    keyHmac[0] = (byte) key;
    commandHmac[0] = (byte) command;
    return new IdempotencyRecord("client", keyHmac, commandHmac);
  }

  @Override
  public void close() {
    appender.close();
    database.close();
  }
}
