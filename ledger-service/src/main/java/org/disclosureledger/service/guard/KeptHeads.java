package org.disclosureledger.service.guard;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.service.guard.OutsideHeads.Kept;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.HeadGuard;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.LedgerHeads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of each ledger's published heads: from files, and from the topic where there is
 * one. A ledger whose database does not go on from them takes nothing any more; reading it goes on.
 */
final class KeptHeads implements HeadGuard {
  private static final Logger log = LoggerFactory.getLogger(KeptHeads.class);
  private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(10).toNanos();

  private final LedgerDirectory ledgers;
  private final LedgerHeads database;
  private final KeyRing keys;
  private final HeadFiles files;
  private final List<OutsideHeads> places;
  private final LongSupplier nanoTime;
  // The largest head known, the size this process has put into its files, and who was looked at.
  private final Map<UUID, TreeHead> known = new ConcurrentHashMap<>();
  private final Map<UUID, Long> kept = new ConcurrentHashMap<>();
  private final Map<UUID, Long> looked = new ConcurrentHashMap<>();
  private final Set<UUID> unvouched = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Told> stopped = new ConcurrentHashMap<>();
  // With their successors' names. Nobody has to do anything about these, so they are not told as
  // stopped; none of them goes on again.
  private final Map<UUID, Told> ended = new ConcurrentHashMap<>();

  /**
   * @param elsewhere where else heads are published
   * @param nanoTime as {@link System#nanoTime}
   */
  KeptHeads(
      LedgerDirectory ledgers,
      LedgerHeads database,
      KeyRing keys,
      HeadFiles files,
      List<OutsideHeads> elsewhere,
      LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.ledgers = ledgers;
    this.database = database;
    this.keys = keys;
    this.files = files;
    // What his own files say needs no broker to be waited for.
    this.places = new ArrayList<>(List.of(files));
    this.places.addAll(elsewhere);
  }

  /** A ledger that takes nothing, and why: what is wrong, or the name of its successor. */
  private record Told(String ledger, String why) {}

  /** A head from outside that may be trusted to be this ledger's, or why not. */
  private record Outside(Optional<TreeHead> head, Optional<String> trouble) {
    static Outside trouble(String what) {
      return new Outside(Optional.empty(), Optional.of(what));
    }
  }

  @Override
  public void examine() {
    Set<OutsideHeads> away = new HashSet<>();
    for (LedgerDescription ledger : ledgers.all()) {
      examine(ledger, away);
    }
  }

  /**
   * @param away places that did not answer just now, and are not waited for again
   */
  private void examine(LedgerDescription ledger, Set<OutsideHeads> away) {
    Optional<String> trouble;
    try {
      database.successor(ledger.name()).ifPresent(name -> ended(ledger, name));
      trouble = successor(ledger).isPresent() ? Optional.empty() : trouble(ledger, away);
    } catch (RuntimeException e) {
      // Of this ledger alone: the others go on.
      trouble = Optional.of("its heads cannot be looked at: " + e.getMessage());
    }
    looked.put(ledger.id(), nanoTime.getAsLong());
    if (ended.containsKey(ledger.id())) {
      return;
    }
    if (trouble.isEmpty()) {
      if (stopped.remove(ledger.id()) != null) {
        log.info("ledger {} goes on from its last published head again", ledger.name());
      }
      return;
    }
    Told now = new Told(ledger.name(), trouble.get());
    if (!now.equals(stopped.put(ledger.id(), now))) {
      log.error("ALARM ledger {} takes nothing: {}", now.ledger(), now.why());
    }
  }

  @Override
  public boolean mayPublish(LedgerDescription ledger) {
    boolean goesOn =
        looked.containsKey(ledger.id())
            && !stopped.containsKey(ledger.id())
            && successor(ledger).isEmpty();
    if (goesOn) {
      // Ended by a process that has a folder of its own.
      database.successor(ledger.name()).ifPresent(name -> ended(ledger, name));
    }
    return goesOn && !ended.containsKey(ledger.id());
  }

  /** As this process knows, or its files say by now; cheap. */
  @Override
  public Optional<String> successor(LedgerDescription ledger) {
    if (!ended.containsKey(ledger.id())) {
      files.successor(ledger).ifPresent(name -> ended(ledger, name));
    }
    return Optional.ofNullable(ended.get(ledger.id())).map(Told::why);
  }

  private void ended(LedgerDescription ledger, String successor) {
    if (ended.putIfAbsent(ledger.id(), new Told(ledger.name(), successor)) == null) {
      log.info("ledger {} has ended, and its successor is {}", ledger.name(), successor);
    }
    stopped.remove(ledger.id());
  }

  @Override
  public Map<String, String> stopped() {
    return byName(stopped);
  }

  @Override
  public Map<String, String> ended() {
    return byName(ended);
  }

  private Map<String, String> byName(Map<UUID, Told> what) {
    Map<String, String> byName = new TreeMap<>();
    what.values().forEach(each -> byName.put(each.ledger(), each.why()));
    return byName;
  }

  private Optional<String> trouble(LedgerDescription ledger, Set<OutsideHeads> away) {
    boolean vouched = false;
    OutsideHeads unread = null;
    for (OutsideHeads place : places) {
      if (away.contains(place)) {
        unread = place;
        continue;
      }
      List<Kept> notes;
      try {
        notes = place.newest(ledger);
      } catch (KafkaException e) {
        // Brokers that are away do not stop a ledger that its own files vouch for.
        log.warn("heads in {} cannot be read: {}", place.place(ledger), e.getMessage());
        away.add(place);
        unread = place;
        continue;
      }
      Outside outside = newest(ledger, notes, place);
      vouched |= outside.head().isPresent();
      Optional<String> trouble =
          outside.trouble().isPresent()
              ? outside.trouble()
              : outside.head().flatMap(head -> notContinued(ledger, head));
      if (trouble.isPresent()) {
        return Optional.of(
            trouble.get()
                + ", in "
                + place.place(ledger)
                + "; restore the database that this was published from, or open a successor"
                + " (ledger.open[n].predecessor.name="
                + ledger.name()
                + ")");
      }
      outside.head().ifPresent(head -> known.merge(ledger.id(), head, KeptHeads::larger));
    }
    if (vouched || database.at(ledger.name(), 1).isEmpty()) {
      return Optional.empty();
    }
    if (unread == null) {
      if (unvouched.add(ledger.id())) {
        log.warn(
            "no head of ledger {} is kept outside its database: none is missed if this is the first"
                + " start with ledger.heads-dir, and else nobody can tell a restored backup",
            ledger.name());
      }
      return Optional.empty();
    }
    // Who has no file of his own has nothing but the topic to know by.
    return Optional.of(
        "no head of it is kept here, and those in %s cannot be read"
            .formatted(unread.place(ledger)));
  }

  private static TreeHead larger(TreeHead one, TreeHead other) {
    return other.size() > one.size() ? other : one;
  }

  private Outside newest(LedgerDescription ledger, List<Kept> notes, OutsideHeads place) {
    TreeHead newest = null;
    Optional<String> claimed = Optional.empty();
    for (Kept kept : notes) {
      Optional<TreeHead> head;
      try {
        head =
            keys.find(ledger.origin())
                .flatMap(own -> SignedHead.of(ledger, kept.note(), own.checkpoint().verifierKey()))
                .map(SignedHead::head);
      } catch (FormatException e) {
        if (place.isOurs()) {
          return Outside.trouble("what is kept is no signed head");
        }
        // Nothing can be taken out of a topic again: what is no note at all says nothing.
        log.error("ALARM a record in {} is no signed head", place.place(ledger));
        continue;
      }
      if (head.isEmpty()) {
        return Outside.trouble("a head of other keys or another origin is kept");
      }
      kept.successor().ifPresent(name -> ended(ledger, name));
      claimed = claimed.or(kept::claimed);
      newest = newest == null ? head.get() : larger(newest, head.get());
    }
    return claimed.isEmpty() || ended.containsKey(ledger.id())
        ? new Outside(Optional.ofNullable(newest), Optional.empty())
        : Outside.trouble(
            "a record says that it ended and %s goes on, and nobody vouches for it who has its keys"
                .formatted(claimed.get()));
  }

  private Optional<String> notContinued(LedgerDescription ledger, TreeHead outside) {
    Optional<TreeHead> here = database.at(ledger.name(), outside.size());
    if (here.isEmpty()) {
      return Optional.of("the database has fewer entries than size %,d".formatted(outside.size()));
    }
    return here.get().equals(outside)
        ? Optional.empty()
        : Optional.of("the database has another tree at size %,d".formatted(outside.size()));
  }

  @Override
  public void requireContinued(LedgerDescription ledger, TreeHead head) {
    Long last = looked.get(ledger.id());
    boolean again =
        last != null
            && stopped.containsKey(ledger.id())
            && nanoTime.getAsLong() - last >= LOOK_AGAIN_NANOS;
    if (last == null || again) {
      // One that is opened now: another of its name may have been published before. Or one that was
      // stopped, whose files or brokers may be back.
      examine(ledger, new HashSet<>());
    }
    Optional<String> successor;
    try {
      successor = successor(ledger);
    } catch (UncheckedIOException e) {
      // Of this ledger alone: others of its batch go on.
      throw new AppendRefused(
          AppendRefused.Rule.HEAD_NOT_CONTINUED, "its heads outside cannot be read", e);
    }
    if (successor.isPresent()) {
      throw AppendRefused.succeeded(successor.get());
    }
    Told now = stopped.get(ledger.id());
    TreeHead newest = known.get(ledger.id());
    boolean behind =
        newest != null
            && (head.size() < newest.size()
                || (head.size() == newest.size() && !head.root().equals(newest.root())));
    if (now != null || behind) {
      throw new AppendRefused(
          AppendRefused.Rule.HEAD_NOT_CONTINUED,
          now != null
              ? now.why()
              : "size " + head.size() + " does not go on from a published head");
    }
  }

  @Override
  public Optional<Stopped> stopped(LedgerDescription ledger, VerifierKey checkpointKey) {
    Optional<String> trouble = trouble(ledger, new HashSet<>());
    return successor(ledger)
        .map(name -> "it has ended, and its successor is " + name)
        .or(() -> trouble)
        .map(why -> stopped(ledger, checkpointKey, why));
  }

  private Stopped stopped(LedgerDescription ledger, VerifierKey checkpointKey, String why) {
    SignedHead newest = null;
    String said = null;
    List<String> unread = new ArrayList<>();
    for (OutsideHeads place : places) {
      try {
        for (Kept kept : place.newest(ledger)) {
          SignedHead read = SignedHead.readable(ledger, kept.note(), checkpointKey).orElse(null);
          if (read != null && (newest == null || read.head().size() > newest.head().size())) {
            newest = read;
          }
          if (read != null && said == null) {
            // Whoever said it first in public, also from another machine.
            said = kept.successor().orElse(null);
          }
        }
      } catch (KafkaException e) {
        unread.add(place.place(ledger));
      }
    }
    return new Stopped(
        why,
        Optional.ofNullable(newest).map(SignedHead::note),
        List.copyOf(unread),
        Optional.ofNullable(said).or(() -> successor(ledger)));
  }

  @Override
  public Stopped end(LedgerDescription ledger, VerifierKey checkpointKey, String successor) {
    String why = "it has ended, and its successor is " + successor;
    files.end(ledger, successor, Optional.empty());
    for (OutsideHeads place : places) {
      try {
        place.end(ledger, successor, last(ledger, place.newest(ledger), checkpointKey));
      } catch (KafkaException e) {
        log.warn("it cannot be said in {}: {}", place.place(ledger), e.getMessage());
      }
    }
    return stopped(ledger, checkpointKey, why);
  }

  /** As it stands there. */
  private static Optional<byte[]> last(LedgerDescription ledger, List<Kept> all, VerifierKey key) {
    Map<Long, byte[]> bySize = new TreeMap<>();
    for (Kept kept : all) {
      SignedHead.readable(ledger, kept.note(), key)
          .ifPresent(read -> bySize.put(read.head().size(), kept.note()));
    }
    return bySize.values().stream().reduce((smaller, larger) -> larger);
  }

  @Override
  public void keep(LedgerDescription ledger, TreeHead head, SignedNote note) {
    TreeHead last = known.get(ledger.id());
    boolean older = last != null && last.size() > head.size();
    if (!older
        && !stopped.containsKey(ledger.id())
        && !ended.containsKey(ledger.id())
        && kept.getOrDefault(ledger.id(), 0L) < head.size()) {
      files.keep(ledger, head.size(), note.toBytes());
      kept.put(ledger.id(), head.size());
      known.merge(ledger.id(), head, KeptHeads::larger);
    }
  }
}
