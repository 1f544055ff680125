package org.disclosureledger.service.sealing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.service.disclosure.TermHmac;
import org.disclosureledger.service.disclosure.Vault;
import org.disclosureledger.service.disclosure.VaultedDisclosures;
import org.disclosureledger.service.envelope.ErasesStream;
import org.disclosureledger.service.keys.EntrySigner;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.LedgerKeys;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.disclosureledger.service.trace.Traces;
import org.jspecify.annotations.Nullable;

/**
 * Seals a command's events on the caller's thread, outside any lock, and hands them to the
 * appender. This is the commit point: when it returns, the events are under a signed checkpoint.
 */
public class LedgerSealing {
  private static final Set<String> TOO_LARGE =
      Set.of(FormatRule.ENTRY_LENGTH.id(), FormatRule.DISCLOSURE_LENGTH.id());

  private final EventTypes types;
  private final EventJson json;
  private final KeyRing keys;
  private final Vault vault;
  private final TermHmac hmac;
  private final LedgerClock clock;
  private final LedgerAppender appender;
  private final Traces traces;

  LedgerSealing(
      EventTypes types,
      EventJson json,
      KeyRing keys,
      Vault vault,
      TermHmac hmac,
      LedgerClock clock,
      LedgerAppender appender,
      Traces traces) {
    this.types = types;
    this.json = json;
    this.keys = keys;
    this.vault = vault;
    this.hmac = hmac;
    this.clock = clock;
    this.appender = appender;
    this.traces = traces;
  }

  /**
   * Appends events of one stream.
   *
   * @param head the stream's last entry as the caller knows it, or {@code null} at its start
   * @throws AppendRefused when nothing was appended, or the outcome is unknown
   */
  public AppendResult append(
      LedgerDescription ledger,
      List<UnsealedEvent> events,
      @Nullable StreamLink head,
      @Nullable IdempotencyRecord idempotency) {
    return append(ledger, events, head, idempotency, AppendConditions.NONE);
  }

  /** The same, if what was decided on still holds. */
  AppendResult append(
      LedgerDescription ledger,
      List<UnsealedEvent> events,
      @Nullable StreamLink head,
      @Nullable IdempotencyRecord idempotency,
      AppendConditions conditions) {
    return appender.append(prepare(ledger, events, head, idempotency, conditions));
  }

  /** Seals without appending. */
  AppendRequest prepare(
      LedgerDescription ledger,
      List<UnsealedEvent> events,
      @Nullable StreamLink head,
      @Nullable IdempotencyRecord idempotency) {
    return prepare(ledger, events, head, idempotency, AppendConditions.NONE);
  }

  AppendRequest prepare(
      LedgerDescription ledger,
      List<UnsealedEvent> events,
      @Nullable StreamLink head,
      @Nullable IdempotencyRecord idempotency,
      AppendConditions conditions) {
    EntrySigner signer = keysOf(ledger).entry();
    List<SealedEntry> sealed = seal(ledger, events, head, signer);
    StreamId stream = sealed.getFirst().payload().subject();
    VaultedDisclosures vaulted = vaulted(ledger, stream, head == null, sealed);
    return new AppendRequest(
        ledger,
        sealed,
        vaulted,
        idempotency,
        signer,
        null,
        conditions.of(events),
        asker(ledger),
        new CompletableFuture<>());
  }

  /** Appends entry 0, under the authority key. */
  public AppendResult open(LedgerDescription ledger, UnsealedEvent opened) {
    return appender.append(prepareAuthority(ledger, opened, null));
  }

  /**
   * Appends the authority's entries that enrol a new entry key and retire the old one; commands
   * sealed under the old key meanwhile are sealed again by the appender.
   */
  public AppendResult rotate(
      LedgerDescription ledger,
      List<UnsealedEvent> events,
      @Nullable StreamLink head,
      KeyId entryKeyAfter) {
    List<SealedEntry> sealed = seal(ledger, events, head, keysOf(ledger).authority());
    return appender.append(
        new AppendRequest(
            ledger,
            sealed,
            null,
            null,
            null,
            entryKeyAfter,
            AppendConditions.NONE,
            asker(ledger),
            new CompletableFuture<>()));
  }

  private Asker asker(LedgerDescription ledger) {
    return Asker.ofThisThread(traces.within("ledger.append").tag("ledger", ledger.name()));
  }

  /** Seals an event under the authority key, which the appender cannot use again. */
  AppendRequest prepareAuthority(
      LedgerDescription ledger, UnsealedEvent event, @Nullable StreamLink head) {
    List<SealedEntry> sealed = seal(ledger, List.of(event), head, keysOf(ledger).authority());
    StreamId stream = sealed.getFirst().payload().subject();
    return new AppendRequest(
        ledger,
        sealed,
        vaulted(ledger, stream, head == null, sealed),
        null,
        null,
        new CompletableFuture<>());
  }

  private List<SealedEntry> seal(
      LedgerDescription ledger,
      List<UnsealedEvent> events,
      @Nullable StreamLink head,
      EntrySigner signer) {
    Instant now = clock.now(ledger.name());
    Map<StreamId, StreamLink> heads = new HashMap<>();
    List<SealedEntry> sealed = new ArrayList<>(events.size());
    try {
      for (UnsealedEvent unsealed : events) {
        StreamId stream = unsealed.header().subject();
        SealedEntry entry =
            EntrySealer.seal(
                    unsealed.header(),
                    ledger.origin(),
                    types.of(unsealed.event().getClass()),
                    json.encode(unsealed.event()),
                    sealed.isEmpty() ? head : heads.get(stream),
                    now,
                    signer)
                .withTerms(LookupTerm.of(ledger.id(), unsealed.event(), hmac))
                .erasing(erased(unsealed));
        heads.put(stream, entry.link());
        sealed.add(entry);
      }
    } catch (FormatException e) {
      throw refusal(e);
    }
    return sealed;
  }

  private static @Nullable StreamId erased(UnsealedEvent unsealed) {
    return unsealed.event() instanceof ErasesStream erases
        ? erases.erased(unsealed.header().subject())
        : null;
  }

  private static RuntimeException refusal(FormatException e) {
    // Everything else that a format can refuse was to be caught at input: a bug, not a refusal.
    return TOO_LARGE.contains(e.rule())
        ? new AppendRefused(
            Rule.ENTRY_TOO_LARGE, "an entry and each starred value hold at most 65,535 bytes", e)
        : e;
  }

  private @Nullable VaultedDisclosures vaulted(
      LedgerDescription ledger, StreamId stream, boolean first, List<SealedEntry> sealed) {
    List<List<Disclosure>> disclosures = sealed.stream().map(SealedEntry::disclosures).toList();
    if (disclosures.stream().allMatch(List::isEmpty)) {
      return null;
    }
    return vault.seal(ledger.id(), stream, first, disclosures);
  }

  private LedgerKeys keysOf(LedgerDescription ledger) {
    return keys.find(ledger.origin())
        .orElseThrow(() -> new IllegalStateException("no keys for " + ledger.origin()));
  }
}
