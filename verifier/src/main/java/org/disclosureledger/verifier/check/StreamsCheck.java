package org.disclosureledger.verifier.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.FormatTime;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.verifier.report.Counted;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Grade <em>streams</em> (FORMAT §2): source, event ids, and each stream's chain and times.
 * Compared here rather than by {@code StreamLink.check}, which ends at the first breach, because a
 * report names every breach with what was expected and found. Memory: a link a stream, an id an
 * entry.
 */
final class StreamsCheck implements LeafCheck {
  private final Origin origin;
  private final KeyRing keys;
  private final Findings findings;
  private final Map<StreamId, StreamLink> heads = new HashMap<>();
  private final UuidSet ids = new UuidSet();
  private @Nullable Instant latest;
  private long entries;

  /**
   * @param keys to be filled with a leaf's own key before the leaf comes here
   */
  StreamsCheck(Origin origin, KeyRing keys, Findings findings) {
    this.origin = origin;
    this.keys = keys;
    this.findings = findings;
  }

  @Override
  public void leaf(Leaf leaf) {
    Entry entry = leaf.entry();
    if (entry == null) {
      return;
    }
    entries++;
    EntryPayload payload = entry.payload();
    if (!payload.source().equals(origin)) {
      add(leaf, Rule.STREAM_SOURCE, origin.value(), payload.source().value());
    }
    long holder = ids.add(payload.id(), leaf.index());
    if (holder != leaf.index()) {
      String first = "another id than leaf " + holder;
      add(leaf, Rule.EVENT_ID_REPEATED, first, payload.id().toString());
    }
    chain(leaf, payload);
    slack(leaf, entry);
    heads.put(
        payload.subject(),
        new StreamLink(payload.streamSequence(), leaf.hash(), payload.recordedTime()));
  }

  private void chain(Leaf leaf, EntryPayload payload) {
    StreamLink head = heads.get(payload.subject());
    long sequence = head == null ? 0 : head.sequence() + 1;
    if (payload.streamSequence() != sequence) {
      String stream = " of stream " + payload.subject().value();
      add(leaf, Rule.SEQUENCE_GAP, sequence + stream, payload.streamSequence() + stream);
    }
    LeafHash previous = head == null ? LeafHash.ZERO : head.leafHash();
    if (!payload.previous().equals(previous)) {
      add(leaf, Rule.PREVIOUS_HASH, previous.toBase64Url(), payload.previous().toBase64Url());
    }
    if (head != null && payload.recordedTime().isBefore(head.recordedTime())) {
      add(
          leaf,
          Rule.RECORDEDTIME_ORDER,
          "not before " + FormatTime.format(head.recordedTime()),
          FormatTime.format(payload.recordedTime()));
    }
  }

  private void slack(Leaf leaf, Entry entry) {
    Instant recorded = entry.payload().recordedTime();
    Instant max = latest;
    if (max == null || recorded.isAfter(max)) {
      latest = recorded;
      return;
    }
    Optional<KeyRing.Key> key = keys.find(entry.keyId().value());
    boolean authority = key.isPresent() && key.get().role() == KeyRing.Role.AUTHORITY;
    Duration slack = authority ? FormatLimits.AUTHORITY_SLACK : FormatLimits.RECORDED_TIME_SLACK;
    Instant earliest = max.minus(slack);
    if (recorded.isBefore(earliest)) {
      add(
          leaf,
          Rule.RECORDEDTIME_SLACK,
          "not before " + FormatTime.format(earliest),
          FormatTime.format(recorded));
    }
  }

  private void add(Leaf leaf, Rule rule, String expected, String found) {
    findings.add(leaf.finding(rule, rule.meaning(), expected, found));
  }

  /** To be called after the last leaf, with the reason if it was not the head's last. */
  GradeResult result(Optional<String> stopped) {
    String seen =
        Counted.of(entries, "entry", "entries")
            + " in "
            + Counted.of(heads.size(), "stream", "streams");
    if (findings.any(Grade.STREAMS)) {
      return GradeResult.fail(Grade.STREAMS, seen + "; " + findings.counted(Grade.STREAMS));
    }
    return stopped
        .map(reason -> GradeResult.notChecked(Grade.STREAMS, reason))
        .orElseGet(() -> GradeResult.pass(Grade.STREAMS, seen));
  }
}
