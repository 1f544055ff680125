package org.disclosureledger.service.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.service.disclosure.DigestCover;
import org.disclosureledger.service.disclosure.StreamErasure;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.keys.EntrySigner;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction of the appender (ARCHITECTURE §2 step 3): locks the heads, drops the losers
 * before anything is inserted, seals again what went stale, gives places, writes.
 */
final class AppendBatch {
  private static final Logger log = LoggerFactory.getLogger(AppendBatch.class);
  private static final String LEDGER_OPENED = "org.disclosureledger.ledger.opened";

  /** What rests on nothing in its batch, and is of a ledger for which no head will be signed. */
  private static final Set<RefusalRule> ENDED =
      Set.of(Rule.HEAD_NOT_CONTINUED, Rule.LEDGER_SUCCEEDED);

  private final Connection connection;
  private final LedgerClocks clocks;
  private final KeyRing keys;
  private final HeadGuard guard;
  private final DigestCover cover;
  private final RegisterNumbering numbering;
  private final TraceKeeper traces;
  private final List<AppendRequest> requests;
  private final AppendStatements statements;
  private final Map<UUID, LedgerState> ledgers = new LinkedHashMap<>();
  private final Map<StreamKey, StreamLink> heads = new HashMap<>();
  private final Map<IdempotencyKey, StoredAnswer> answers = new HashMap<>();
  private final Set<StreamKey> erased = new HashSet<>();
  private final List<Accepted> accepted = new ArrayList<>();
  private final Map<AppendRequest, StoredAnswer> replayed = new LinkedHashMap<>();
  // Told together with the acknowledgements: what a refusal rests on may stand in this very batch.
  private final Map<AppendRequest, CommandRefused> refusals = new LinkedHashMap<>();
  private Map<RegisterNumbering.Leaf, AssignedNumber> numbers = Map.of();
  private long nextPosition;

  AppendBatch(
      Connection connection,
      LedgerClocks clocks,
      HeadSigner signer,
      RegisterNumbering numbering,
      TraceKeeper traces,
      List<AppendRequest> requests) {
    this.connection = connection;
    this.clocks = clocks;
    this.keys = signer.keys();
    this.guard = signer.guard();
    this.cover = new DigestCover(keys);
    this.numbering = numbering;
    this.traces = traces;
    this.requests = requests;
    this.statements = new AppendStatements(connection);
  }

  /** A stream of one ledger. */
  record StreamKey(UUID ledger, StreamId stream) {}

  /** An idempotency key of one client of one ledger; the HMAC as hex, so that it compares. */
  record IdempotencyKey(UUID ledger, String client, String keyHmacHex) {}

  /**
   * What an earlier delivery of a command left.
   *
   * @param number absent also when that delivery stands in this very batch
   */
  record StoredAnswer(
      byte[] commandHmac, long firstLeafIndex, int entryCount, Optional<AssignedNumber> number) {}

  /** A request whose entries have their places. */
  record Accepted(AppendRequest request, List<LedgerState.PlacedEntry> entries) {}

  void lockAndDecide() throws SQLException {
    AppendStatements.Locked locked =
        statements.lockHeads(requests.stream().map(r -> r.ledger().id()).distinct().toList());
    nextPosition = locked.nextPosition();
    clocks.databaseSays(locked.databaseNow());
    locked.ledgers().forEach(state -> ledgers.put(state.id, state));
    cover.ask(held -> {
      heads.clear();
      answers.clear();
      erased.clear();
      statements.readHeadsAndAnswers(requests, held, heads, answers, erased);
      return true;
    });
    for (AppendRequest request : requests) {
      try {
        decide(request);
      } catch (CommandRefused refused) {
        refusals.put(request, refused);
        if (ENDED.contains(refused.rule())) {
          request.outcome().completeExceptionally(refused);
        }
      }
    }
  }

  private void decide(AppendRequest request) {
    LedgerState ledger = ledgers.get(request.ledger().id());
    if (ledger == null) {
      throw new AppendRefused(Rule.NOT_APPENDED, "the ledger has no head");
    }
    if (ledger.successor() == null) {
      guard.requireContinued(request.ledger(), ledger.before());
    }
    IdempotencyKey key = key(request);
    StoredAnswer answer = key == null ? null : answers.get(key);
    if (answer != null) {
      replay(request, answer);
      return;
    }
    ledger.requireGoingOn();
    Instant now = clocks.now(request.ledger().name());
    Instant newest = ledger.newest();
    if (newest != null && now.isBefore(newest.minus(FormatLimits.RECORDED_TIME_SLACK))) {
      log.error("ledger {} takes nothing: clock {}, newest record {}", ledger.id, now, newest);
      throw new AppendRefused(Rule.CLOCK_BEHIND, "clock " + now + ", newest record " + newest);
    }
    refuseConflicts(request);
    refuseMoved(request);
    refuseErased(request);
    refuseUnopened(request, ledger);
    List<SealedEntry> entries = fresh(request, ledger, now);
    refuseUntimely(request, entries);
    List<LedgerState.PlacedEntry> placed = new ArrayList<>(entries.size());
    for (SealedEntry entry : entries) {
      placed.add(ledger.add(nextPosition++, entry));
      heads.put(new StreamKey(ledger.id, entry.payload().subject()), entry.link());
      StreamId erases = entry.erases();
      if (erases != null) {
        erased.add(new StreamKey(ledger.id, erases));
      }
    }
    KeyId entryKeyAfter = request.entryKeyAfter();
    if (entryKeyAfter != null) {
      ledger.putInForce(entryKeyAfter);
    }
    accepted.add(new Accepted(request, placed));
    IdempotencyRecord idempotency = request.idempotency();
    if (key != null && idempotency != null) {
      // The same key may come twice in one batch; the second is a repetition of the first.
      answers.put(
          key,
          new StoredAnswer(
              idempotency.commandHmac(),
              placed.getFirst().leafIndex(),
              placed.size(),
              Optional.empty()));
    }
  }

  /** Entry 0, and no other, opens the ledger (FORMAT §2). */
  private static void refuseUnopened(AppendRequest request, LedgerState ledger) {
    String type = request.entries().getFirst().payload().type();
    boolean opens = EventVersion.of(type).event().equals(LEDGER_OPENED);
    boolean empty = ledger.frontier.size() == 0;
    if (opens != empty) {
      throw new AppendRefused(
          Rule.NOT_APPENDED, empty ? "the ledger is not opened yet" : "the ledger is open already");
    }
  }

  private void replay(AppendRequest request, StoredAnswer answer) {
    IdempotencyRecord idempotency = request.idempotency();
    if (answer.commandHmac().length == 0) {
      throw AnswerStore.unreadable();
    }
    if (idempotency == null || !Arrays.equals(answer.commandHmac(), idempotency.commandHmac())) {
      throw new AppendRefused(Rule.IDEMPOTENCY_KEY_REUSED, "first used for another command");
    }
    replayed.put(request, answer);
  }

  private void refuseConflicts(AppendRequest request) {
    Map<StreamId, StreamLink> own = new HashMap<>();
    for (SealedEntry entry : request.entries()) {
      StreamId stream = entry.payload().subject();
      StreamLink head = own.get(stream);
      if (head == null) {
        head = heads.get(new StreamKey(request.ledger().id(), stream));
      }
      long expected = head == null ? 0 : head.sequence() + 1;
      boolean follows =
          entry.payload().streamSequence() == expected
              && (head == null || entry.payload().previous().equals(head.leafHash()));
      if (!follows) {
        throw new AppendRefused(
            Rule.STREAM_CONFLICT,
            "expected sequence " + expected + ", got " + entry.payload().streamSequence());
      }
      own.put(stream, entry.link());
    }
  }

  /** What counts only if recorded in time, by the times that these entries will bear. */
  private static void refuseUntimely(AppendRequest request, List<SealedEntry> entries) {
    Instant first = entries.getFirst().payload().recordedTime();
    Instant last = entries.getLast().payload().recordedTime();
    for (RecordedWithin within : request.conditions().recordedWithin()) {
      if (!last.isBefore(within.limit())) {
        throw new CommandRefused(within.rule(), "recorded at " + last);
      }
      if (first.isBefore(within.from())) {
        // Nobody has asked for too much: the clock was set back since, and comes there again.
        throw new AppendRefused(
            Rule.NOT_APPENDED,
            "by the ledger's clock it is " + first + ", before " + within.from());
      }
    }
  }

  /** What the decision read of other streams stands, also after the appends of this very batch. */
  private void refuseMoved(AppendRequest request) {
    request
        .conditions()
        .heads()
        .forEach((stream, seen) -> {
          StreamLink head = heads.get(new StreamKey(request.ledger().id(), stream));
          long last = head == null ? StreamReads.NONE : head.sequence();
          if (last != seen) {
            throw new AppendRefused(
                Rule.DECISION_STALE, "decided on sequence " + seen + " of " + stream);
          }
        });
  }

  /** Decided, and encrypted, while the stream was not erased yet: to be decided again. */
  private void refuseErased(AppendRequest request) {
    for (SealedEntry entry : request.entries()) {
      StreamId stream = entry.payload().subject();
      if (erased.contains(new StreamKey(request.ledger().id(), stream))) {
        throw new AppendRefused(Rule.DECISION_STALE, stream + " was erased meanwhile");
      }
    }
  }

  /** The request's entries, sealed again from the first one that FORMAT §2, §3 no longer take. */
  private List<SealedEntry> fresh(AppendRequest request, LedgerState ledger, Instant now) {
    boolean authority = request.signer() == null;
    List<SealedEntry> result = new ArrayList<>();
    Map<StreamId, StreamLink> own = new HashMap<>();
    boolean reseal = false;
    for (SealedEntry entry : request.entries()) {
      StreamId stream = entry.payload().subject();
      StreamLink head = own.get(stream);
      if (head == null) {
        head = heads.get(new StreamKey(ledger.id, stream));
      }
      SealedEntry taken = entry;
      if (authority) {
        refuseStaleAuthority(entry, ledger);
      } else {
        reseal = reseal || stale(entry, ledger, now);
        taken = reseal ? EntrySealer.reseal(entry, head, now, inForce(request, ledger)) : entry;
      }
      check(head, taken);
      own.put(stream, taken.link());
      result.add(taken);
    }
    return result;
  }

  /** The key that signs at the next index: not the request's own if it was retired meanwhile. */
  private EntrySigner inForce(AppendRequest request, LedgerState ledger) {
    return keys.entryKey(request.ledger().origin(), new KeyId(ledger.entryKey()))
        .orElseThrow(
            () -> new AppendRefused(Rule.NOT_APPENDED, "this process does not hold the entry key"));
  }

  private static boolean stale(SealedEntry entry, LedgerState ledger, Instant now) {
    Instant newest = ledger.newest();
    Instant recorded = entry.payload().recordedTime();
    boolean late =
        newest != null && recorded.isBefore(newest.minus(FormatLimits.RECORDED_TIME_SLACK));
    // A process whose clock had jumped ahead would otherwise stop everybody until time catches up.
    boolean early = recorded.isAfter(now.plus(FormatLimits.RECORDED_TIME_SLACK));
    return late || early || !entry.keyId().value().equals(ledger.entryKey());
  }

  private static void refuseStaleAuthority(SealedEntry entry, LedgerState ledger) {
    Instant newest = ledger.newest();
    Instant recorded = entry.payload().recordedTime();
    if (newest != null && recorded.isBefore(newest.minus(FormatLimits.AUTHORITY_SLACK))) {
      throw new AppendRefused(Rule.AUTHORITY_ENTRY_STALE, "recorded at " + recorded);
    }
  }

  /** The pair of the check that readers make: what would not verify is not written. */
  private static void check(@Nullable StreamLink head, SealedEntry entry) {
    try {
      StreamLink.check(head, entry.payload());
    } catch (FormatException e) {
      throw new AppendRefused(Rule.STREAM_CONFLICT, e.rule(), e);
    }
  }

  void write() throws SQLException {
    if (accepted.isEmpty()) {
      return;
    }
    List<LedgerState.PlacedEntry> entries =
        accepted.stream().flatMap(a -> a.entries().stream()).toList();
    statements.insertEntries(entries);
    numbers = numbering.assign(connection, entries);
    traces.keep(connection, TracedEntry.of(accepted));
    statements.insertDisclosures(accepted);
    DigestCover.Held covering = cover.held();
    new LookupWriter(connection, covering).insert(entries);
    // After what this batch stores of those streams before they are erased.
    for (LedgerState.PlacedEntry placed : entries) {
      StreamId erases = placed.entry().erases();
      if (erases != null) {
        EntryPayload payload = placed.entry().payload();
        Instant at = payload.recordedTime();
        StreamErasure.apply(connection, placed.ledger(), erases, at);
        StreamErasure.applyBeside(connection, placed.ledger(), payload.subject(), at);
      }
    }
    statements.insertAnswers(accepted, covering);
    TileWriter tiles = new TileWriter(connection);
    for (LedgerState ledger : ledgers.values()) {
      if (!ledger.added.isEmpty()) {
        tiles.writeFull(ledger.id, ledger.sizeBefore, ledger.frontier.size());
        statements.advanceLedger(ledger);
      }
    }
    statements.advanceDeployment(nextPosition);
  }

  Set<UUID> ledgers() {
    return ledgers.keySet();
  }

  /** Answers the commands; called once their head is signed. */
  void acknowledge() {
    for (Accepted done : accepted) {
      LedgerState.PlacedEntry first = done.entries().getFirst();
      Optional<AssignedNumber> number =
          number(first.ledger(), first.leafIndex(), done.entries().size());
      done.request().outcome().complete(AppendResult.of(done.entries(), number));
    }
    refusals.forEach((request, refused) -> request.outcome().completeExceptionally(refused));
    replayed.forEach((request, answer) -> {
      long first = answer.firstLeafIndex();
      Optional<AssignedNumber> number =
          answer.number().or(() -> number(request.ledger().id(), first, answer.entryCount()));
      request.outcome().complete(AppendResult.replayed(first, answer.entryCount(), number));
    });
  }

  /** The number that one of these leaves got in this batch. */
  private Optional<AssignedNumber> number(UUID ledger, long firstLeafIndex, int count) {
    return LongStream.range(firstLeafIndex, firstLeafIndex + count)
        .mapToObj(index -> numbers.get(new RegisterNumbering.Leaf(ledger, index)))
        .filter(Objects::nonNull)
        .findFirst();
  }

  static @Nullable IdempotencyKey key(AppendRequest request) {
    IdempotencyRecord idempotency = request.idempotency();
    return idempotency == null
        ? null
        : new IdempotencyKey(
            request.ledger().id(),
            idempotency.client(),
            HexFormat.of().formatHex(idempotency.keyHmac()));
  }
}
