package org.disclosureledger.verifier.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.Origin;
import org.disclosureledger.verifier.crypto.StrictEd25519;
import org.disclosureledger.verifier.report.Counted;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;

/**
 * Grade <em>entries</em>: schema of {@code data} as signed, signature, and that the key was valid
 * at that index (FORMAT §3). The form was checked when the leaf was read.
 */
final class EntriesCheck implements LeafCheck {
  private static final String LEDGER = "ledger";
  private static final String KEYS = "keys";
  private static final int SHOWN_VIOLATIONS = 3;

  private final Origin origin;
  private final boolean everyLeaf;
  private final KeyRing keys;
  private final KeyEvents keyEvents;
  private final EventSchemas schemas;
  private final StrictEd25519 ed25519;
  private final Findings findings;
  private final List<Signed> unverified = new ArrayList<>();
  private long entries;
  private long unknownTypes;
  private long withoutKeys;
  private long misfit = -1;

  /** A signature still to be verified: independent of all others, so a bundle's go in parallel. */
  private record Signed(Leaf leaf, Entry entry, KeyRing.Key key) {}

  /**
   * @param everyLeaf whether the leaves come without gaps, so that a key not enrolled so far is a
   *     finding rather than something not shown
   */
  EntriesCheck(
      Origin origin,
      boolean everyLeaf,
      KeyRing keys,
      EventSchemas schemas,
      StrictEd25519 ed25519,
      Findings findings) {
    this.origin = origin;
    this.everyLeaf = everyLeaf;
    this.keys = keys;
    this.keyEvents = new KeyEvents(origin, keys, findings);
    this.schemas = schemas;
    this.ed25519 = ed25519;
    this.findings = findings;
  }

  @Override
  public void leaf(Leaf leaf) {
    entries++;
    Entry entry = leaf.entry();
    if (entry == null) {
      return;
    }
    place(leaf, entry.payload());
    boolean fits = schema(leaf, entry.payload());
    boolean opening = leaf.index() == 0 && KeyEvents.isOpening(entry.payload().type());
    if (opening && fits) {
      opened(leaf, entry.payload());
    }
    Optional<KeyRing.Key> key = signer(leaf, entry);
    if (key.isEmpty()) {
      return;
    }
    if (!KeyEvents.isAuthoritys(entry.payload().type())) {
      unverified.add(new Signed(leaf, entry, key.get()));
      return;
    }
    // Key events are verified before they are applied: the ring must not take a forged key.
    if (!signatureHolds(entry, key.get())) {
      badSignature(leaf, entry);
    } else if (opening && fits) {
      keyEvents.open(leaf, entry.payload().data());
      keys.markOpened();
    } else if (fits && KeyEvents.isKeyEvent(entry.payload().type())) {
      keyEvents.apply(leaf, entry.payload().type(), entry.payload().data());
      if (key.get().retired() == leaf.index()) {
        // E < i < R: no key signs its own retirement, lest a thief end what its owner holds.
        notValid(leaf, key.get());
      }
    }
  }

  @Override
  public void endOfBundle() {
    unverified.parallelStream()
        .filter(signed -> !signatureHolds(signed.entry(), signed.key()))
        .toList()
        .forEach(signed -> badSignature(signed.leaf(), signed.entry()));
    unverified.clear();
  }

  /** Entry 0 and the two reserved streams. */
  private void place(Leaf leaf, EntryPayload payload) {
    String stated = payload.type() + " in " + payload.subject().value();
    boolean opened = KeyEvents.isOpening(payload.type());
    boolean ledger = payload.subject().value().equals(LEDGER);
    if (leaf.index() == 0 && !(opened && ledger)) {
      add(leaf, Rule.LEDGER_OPENED_FIRST, KeyEvents.OPENED + " in " + LEDGER, stated);
    }
    if (leaf.index() != 0 && (opened || ledger)) {
      add(leaf, Rule.LEDGER_OPENED_AGAIN, "another type and subject", stated);
    }
    if (KeyEvents.isKeyEvent(payload.type()) != payload.subject().value().equals(KEYS)) {
      add(leaf, Rule.KEYS_SUBJECT, "key events in " + KEYS + ", and only they", stated);
    }
  }

  private boolean schema(Leaf leaf, EntryPayload payload) {
    Optional<EventSchemas.EventSchema> known = schemas.of(payload.type());
    if (known.isEmpty()) {
      unknownTypes++;
      return true;
    }
    EventSchemas.EventSchema schema = known.get();
    if (!payload.dataSchema().equals(schema.id())) {
      add(leaf, Rule.DATASCHEMA_MISMATCH, schema.id(), payload.dataSchema());
    }
    List<String> violations = schema.violations(payload.data());
    if (violations.isEmpty()) {
      return true;
    }
    misfit = leaf.index();
    String shown = String.join("; ", violations.stream().limit(SHOWN_VIOLATIONS).toList());
    add(leaf, Rule.DATA_INVALID, schema.id(), shown);
    return false;
  }

  private void opened(Leaf leaf, EntryPayload payload) {
    String stated = KeyEvents.originOf(payload.data());
    if (!stated.equals(origin.value())) {
      add(leaf, Rule.LEDGER_OPENED_ORIGIN, origin.value(), stated);
    }
    keyEvents.openAuthority(leaf, payload.data());
  }

  /** The key the header names, if it may sign this entry at all; else a finding says why not. */
  private Optional<KeyRing.Key> signer(Leaf leaf, Entry entry) {
    Optional<KeyRing.Key> found = keys.find(entry.keyId().value());
    // Leaf 0 brings its own key; that a later one lacks its key may be leaf 0's finding alone.
    if (found.isEmpty() && leaf.index() > 0 && !(everyLeaf && keys.isOpened())) {
      withoutKeys++;
      return Optional.empty();
    }
    if (found.isEmpty()) {
      add(leaf, Rule.KEY_UNKNOWN, "a key enrolled before", entry.keyId().value());
      return Optional.empty();
    }
    KeyRing.Key key = found.get();
    KeyRing.Role role =
        KeyEvents.isAuthoritys(entry.payload().type())
            ? KeyRing.Role.AUTHORITY
            : KeyRing.Role.ENTRY;
    if (key.role() != role) {
      add(leaf, Rule.KEY_ROLE, role + " key", key.role() + " key " + key.id());
    }
    if (key.role() == role && !key.validAt(leaf.index())) {
      notValid(leaf, key);
    }
    return found;
  }

  private void notValid(Leaf leaf, KeyRing.Key key) {
    add(leaf, Rule.KEY_NOT_VALID, "a valid key", key.id() + " retired at " + key.retired());
  }

  private boolean signatureHolds(Entry entry, KeyRing.Key key) {
    return ed25519.verify(key.publicKey(), entry.signingInput(), entry.signature());
  }

  private void badSignature(Leaf leaf, Entry entry) {
    long signatureAt =
        leaf.offset() == Leaf.NO_OFFSET
            ? Leaf.NO_OFFSET
            : leaf.offset() + entry.signingInput().length + 1;
    findings.add(
        new Finding.OfLeaf(
            Grade.ENTRIES,
            Rule.ENTRY_SIGNATURE.id(),
            leaf.index(),
            leaf.file(),
            signatureAt,
            Rule.ENTRY_SIGNATURE.meaning(),
            "a signature by " + entry.keyId().value(),
            null));
  }

  private void add(Leaf leaf, Rule rule, String expected, String found) {
    findings.add(leaf.finding(rule, rule.meaning(), expected, found));
  }

  /** Whether {@code data} of this leaf, the last one seen, fits the schema of its type. */
  boolean fits(long leaf) {
    return misfit != leaf;
  }

  /** How many signatures could not be checked for want of the entry that enrols the key. */
  long withoutKeys() {
    return withoutKeys;
  }

  /** To be called after the last leaf, with the reason if it was not the head's last. */
  GradeResult result(Optional<String> stopped) {
    StringBuilder seen = new StringBuilder(Counted.of(entries, "entry", "entries"));
    seen.append(", " + Counted.of(keys.all().size(), "key", "keys"));
    seen.append(keyEvents.disputed());
    if (unknownTypes > 0) {
      seen.append("; schema not checked: %,d of unknown type".formatted(unknownTypes));
    }
    if (withoutKeys > 0) {
      seen.append("; signature not checked for want of keys: %,d".formatted(withoutKeys));
    }
    if (findings.any(Grade.ENTRIES)) {
      return GradeResult.fail(Grade.ENTRIES, seen + "; " + findings.counted(Grade.ENTRIES));
    }
    return stopped
        .map(reason -> GradeResult.notChecked(Grade.ENTRIES, reason))
        .orElseGet(() -> GradeResult.pass(Grade.ENTRIES, seen.toString()));
  }
}
