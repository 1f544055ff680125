package org.disclosureledger.service.opening;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.merkle.LeafHasher;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.deadline.PolicyEvents;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.erasure.RetentionRows;
import org.disclosureledger.service.erasure.event.ErasureEvents;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.LedgerKeys;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerSealing;
import org.disclosureledger.service.sealing.UnsealedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a ledger, or finishes an opening that a crash interrupted: keys on disk first, then the
 * ledger's row and empty head, then entry 0 under the authority key, then the shipped policy and
 * the shipped retention rules.
 */
@Component
public class LedgerOpener {
  private static final StreamId LEDGER = new StreamId("ledger");
  private static final StreamId POLICY = new StreamId("policy");
  private static final StreamId RETENTION = new StreamId("retention");

  /** As the table of ledgers has it. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._~-]{0,62}");

  private final KeyRing keys;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final EntryStore store;
  private final LedgerSealing sealing;
  private final SystemEvents events;
  private final Succession succession;

  LedgerOpener(
      KeyRing keys,
      JdbcClient database,
      TransactionTemplate transaction,
      EntryStore store,
      LedgerSealing sealing,
      SystemEvents events,
      Succession succession) {
    this.keys = keys;
    this.database = database;
    this.transaction = transaction;
    this.store = store;
    this.sealing = sealing;
    this.events = events;
    this.succession = succession;
  }

  /**
   * Registers the ledger without writing an entry, so that a clock can be set for it first. Nobody
   * else sees it until {@link #open} has written entry 0.
   *
   * @throws StartRefused when the name or the origin is another ledger's, or the key ring does not
   *     hold the keys that the ledger's head names
   */
  public LedgerDescription register(String name, Origin origin, boolean sample) {
    return register(name, origin, sample, null);
  }

  /**
   * The same for a ledger that goes on where another ended, which takes nothing from then on.
   *
   * @param predecessor {@code null} for a first one
   * @throws StartRefused as above, and when it may not follow on that ledger, or is registered to
   *     follow on another
   */
  public LedgerDescription register(
      String name, Origin origin, boolean sample, @Nullable PredecessorSettings predecessor) {
    Registered known = registered(name, origin).orElse(null);
    if (known == null) {
      if (!NAME.matcher(name).matches()) {
        throw new StartRefused(
            "a ledger's name is 1 to 63 of a-z, 0-9, '.', '_', '~' and '-' and begins with a letter"
                + " or digit, unlike "
                + name);
      }
      if (predecessor == null) {
        succession.requireNoMark(name);
        transaction.executeWithoutResult(status -> insert(name, origin, sample, null));
      } else {
        insertSuccessor(predecessor, name, origin, sample);
      }
      // Another replica may have been first, with keys of its own: the row decides.
      known =
          registered(name, origin)
              .orElseThrow(() -> new StartRefused("ledger " + name + " cannot be registered"));
    }
    requireSame(known.ledger(), name, origin, sample);
    requirePredecessor(known.ledger(), predecessor);
    if (!succession.hasEnded(known.ledger())) {
      requireKeys(known);
    }
    return known.ledger();
  }

  /** Outside first, then here; no key is made for one that is refused. */
  private void insertSuccessor(
      PredecessorSettings predecessor, String name, Origin origin, boolean sample) {
    SignedNote published = succession.endOutside(predecessor, name, origin, sample);
    transaction.executeWithoutResult(status ->
        succession
            .lock(predecessor, name, origin, sample, published)
            .filter(statement -> insert(name, origin, sample, statement))
            .ifPresent(statement -> succession.end(predecessor, name)));
  }

  /**
   * A ledger's row with the keys that its head names.
   *
   * @param checkpointKey the vkey
   */
  private record Registered(LedgerDescription ledger, KeyId entryKey, String checkpointKey) {}

  private Optional<Registered> registered(String name, Origin origin) {
    return database
        .sql(
            """
            SELECT l.id, l.name, l.origin, l.sample, h.entry_key, h.checkpoint_key
            FROM ledger l JOIN ledger_head h ON h.ledger_id = l.id
            WHERE l.name = :name OR l.origin = :origin
            ORDER BY l.name = :name DESC LIMIT 1\
            """)
        .param("name", name)
        .param("origin", origin.value())
        .query((row, n) ->
            new Registered(
                new LedgerDescription(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    new Origin(row.getString(3)),
                    row.getBoolean(4)),
                new KeyId(row.getString(5)),
                row.getString(6)))
        .optional();
  }

  /** Whether it did: the name or the origin may be taken. */
  private boolean insert(
      String name, Origin origin, boolean sample, @Nullable PredecessorStatement predecessor) {
    LedgerKeys ring = keys.find(origin).orElseGet(() -> keys.create(origin));
    UUID id = UUID.randomUUID();
    int rows =
        database
            .sql(
                """
                INSERT INTO ledger (id, name, origin, sample, predecessor, predecessor_mac)
                VALUES (:id, :name, :origin, :sample, :predecessor::jsonb, :mac)
                ON CONFLICT DO NOTHING\
                """)
            .param("id", id)
            .param("name", name)
            .param("origin", origin.value())
            .param("sample", sample)
            .param("predecessor", predecessor == null ? null : Succession.json(predecessor))
            .param(
                "mac",
                predecessor == null ? null : succession.mac(origin, predecessor),
                Types.BINARY)
            .update();
    if (rows == 0) {
      return false;
    }
    database
        .sql(
            """
            INSERT INTO ledger_head (ledger_id, size, root, frontier, entry_key, checkpoint_key)
            VALUES (:id, 0, :root, '', :entry, :checkpoint)\
            """)
        .param("id", id)
        .param("root", LeafHasher.empty().toBytes())
        .param("entry", ring.entry().keyId().value())
        .param("checkpoint", ring.checkpoint().verifierKey().toVkey())
        .update();
    return true;
  }

  private static void requireSame(
      LedgerDescription known, String name, Origin origin, boolean sample) {
    if (!known.name().equals(name)) {
      throw new StartRefused("the origin " + origin + " belongs to the ledger " + known.name());
    }
    if (!known.origin().equals(origin)) {
      throw new StartRefused(
          "ledger " + name + " has the origin " + known.origin() + ", not " + origin);
    }
    if (known.sample() != sample) {
      throw new StartRefused(
          "ledger " + name + (known.sample() ? " is a sample ledger" : " is no sample ledger"));
    }
  }

  /** What entry 0 says, or is to say, cannot be set otherwise later. */
  private void requirePredecessor(
      LedgerDescription known, @Nullable PredecessorSettings predecessor) {
    String registered = succession.predecessorOf(known.name()).orElse(null);
    if (predecessor != null && (registered == null || !registered.equals(predecessor.name()))) {
      throw new StartRefused(
          "ledger %s exists already and follows on %s, not on %s"
              .formatted(
                  known.name(), registered == null ? "none" : registered, predecessor.name()));
    }
    if (registered == null || isOpen(known)) {
      return;
    }
    PredecessorStatement begun = succession.statement(known).orElseThrow();
    PredecessorSettings.Reason reason = predecessor == null ? null : predecessor.reason();
    if (reason == null || !reason.code().equals(begun.reason())) {
      throw new StartRefused(
          ("the opening of ledger %s as successor of %s was interrupted: set its predecessor again,"
                  + " with the reason %s")
              .formatted(known.name(), registered, begun.reason()));
    }
  }

  private boolean isOpen(LedgerDescription ledger) {
    return !store.stream(ledger.name(), LEDGER).isEmpty();
  }

  /** Two replicas with key folders of their own would sign one ledger with different keys. */
  private void requireKeys(Registered known) {
    Origin origin = known.ledger().origin();
    LedgerKeys ring =
        keys.find(origin)
            .orElseThrow(() ->
                new StartRefused(
                    "the key folder has no keys for the existing ledger " + known.ledger().name()));
    if (keys.entryKey(origin, known.entryKey()).isEmpty()
        || !ring.checkpoint().verifierKey().toVkey().equals(known.checkpointKey())) {
      throw new StartRefused(
          "the key folder has other keys than the existing ledger "
              + known.ledger().name()
              + "; replicas share one key folder");
    }
  }

  /** Writes entry 0, the shipped policy and the shipped retention rules unless they are there. */
  public void open(LedgerDescription ledger, String code, String nameVi, String nameEn) {
    open(ledger, code, nameVi, nameEn, null);
  }

  /** The same for a ledger that goes on where another ended; nothing to one that ended itself. */
  public void open(
      LedgerDescription ledger,
      String code,
      String nameVi,
      String nameEn,
      @Nullable PredecessorSettings predecessor) {
    if (succession.hasEnded(ledger)) {
      return;
    }
    Optional<PredecessorStatement> said = succession.statement(ledger);
    if (!isOpen(ledger)) {
      LedgerKeys ring = keys.find(ledger.origin()).orElseThrow();
      LedgerOpened opened =
          new LedgerOpened(
              ledger.origin().value(),
              new LedgerOpened.Enterprise(code, nameVi, nameEn),
              LedgerOpened.FORMAT_VERSION,
              ledger.sample(),
              LedgerOpened.Jwk.of(ring.authority().publicKey()),
              LedgerOpened.Jwk.of(ring.entry().publicKey()),
              List.of(ring.checkpoint().verifierKey().toVkey()));
      String words = predecessor == null ? "" : predecessor.reasonText();
      UnsealedEvent first =
          said.map(of ->
                  events.of(
                      ledger,
                      LEDGER,
                      OpeningEvents.SUCCESSOR_OPENED,
                      SuccessorOpened.of(opened, SuccessorOpened.Predecessor.of(of, words))))
              .orElseGet(() -> events.of(ledger, LEDGER, OpeningEvents.LEDGER_OPENED, opened));
      unlessRaced(() -> sealing.open(ledger, first));
    }
    said.ifPresent(of ->
        succession
            .predecessorOf(ledger.name())
            .ifPresent(old -> succession.keepEnded(old, ledger.name(), of)));
    if (store.stream(ledger.name(), POLICY).isEmpty()) {
      unlessRaced(() ->
          sealing.append(
              ledger,
              List.of(events.of(ledger, POLICY, PolicyEvents.ADOPTED, StatutoryRows.read())),
              null,
              null));
    }
    if (store.stream(ledger.name(), RETENTION).isEmpty()) {
      unlessRaced(() ->
          sealing.append(
              ledger,
              List.of(events.of(ledger, RETENTION, ErasureEvents.ADOPTED, RetentionRows.read())),
              null,
              null));
    }
  }

  private static void unlessRaced(Runnable append) {
    try {
      append.run();
    } catch (AppendRefused refused) {
      if (refused.rule() == AppendRefused.Rule.HEAD_NOT_CONTINUED) {
        throw new StartRefused(
            "a ledger of this name was published before, so none is opened anew ("
                + refused.getMessage()
                + ")",
            refused);
      }
      if (refused.rule() != AppendRefused.Rule.STREAM_CONFLICT) {
        throw refused;
      }
      // Another replica opened the same ledger at the same moment.
    }
  }
}
