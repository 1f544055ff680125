package org.disclosureledger.format;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The end of a stream, to which the next entry links; FORMAT §2. */
public record StreamLink(long sequence, LeafHash leafHash, Instant recordedTime) {
  /** The link an entry offers to its successor. */
  public static StreamLink of(Entry entry) {
    return new StreamLink(
        entry.payload().streamSequence(), entry.leafHash(), entry.payload().recordedTime());
  }

  /**
   * Checks that {@code next} continues the stream that ends in {@code head}, or begins one if there
   * is none. Rules {@code sequence-gap}, {@code previous-hash}, {@code recordedtime-order}; no
   * offsets.
   */
  public static void check(@Nullable StreamLink head, EntryPayload next) {
    long expected = head == null ? 0 : head.sequence + 1;
    if (next.streamSequence() != expected) {
      throw FormatRule.SEQUENCE_GAP.violation(
          "streamsequence " + next.streamSequence() + " where " + expected + " follows");
    }
    LeafHash previous = head == null ? LeafHash.ZERO : head.leafHash;
    if (!next.previous().equals(previous)) {
      throw FormatRule.PREVIOUS_HASH.violation(
          "previous is " + next.previous() + " where " + previous + " precedes");
    }
    if (head != null && next.recordedTime().isBefore(head.recordedTime)) {
      throw FormatRule.RECORDED_TIME_ORDER.violation(
          "recordedtime "
              + FormatTime.format(next.recordedTime())
              + " is before the stream's last, "
              + FormatTime.format(head.recordedTime));
    }
  }
}
