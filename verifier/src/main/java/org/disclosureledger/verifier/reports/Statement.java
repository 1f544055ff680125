package org.disclosureledger.verifier.reports;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Place;
import org.disclosureledger.verifier.conduct.Unreadable;
import org.disclosureledger.verifier.figures.Row;
import org.jspecify.annotations.Nullable;

/**
 * One {@code report.frozen} or {@code report.amended} with its lists, without their rows: of these
 * no more is kept than how many there are, so that a report of many takes no memory.
 */
public final class Statement {
  /** Of half-years and years the period is fixed, and named by the stream. */
  enum Kind {
    HALF_YEAR,
    YEAR,
    AD_HOC
  }

  /** What the schemas leave room for: each of them has no more rows than the entry before. */
  static final int MOST_LISTS = 256;

  final Place place;

  /** Its stream. */
  final String subject;

  final UUID id;
  final Instant recorded;
  final Kind kind;
  final Instant from;
  final Instant to;
  final Instant asOf;
  final long size;
  final String root;

  /** Null where none is named. */
  final @Nullable UUID previous;

  /** What it states anew: the statement before it in its stream; null for a frozen one. */
  final @Nullable Statement amends;

  /** The id of the report.frozen that it is, or is about. */
  final UUID frozen;

  /** Rows in all of its entries. */
  int rows;

  /** Entries that go on with it, in the leaves directly behind. */
  int lists;

  /** Figures of its first row; 0 where they are not stated. */
  long openBefore;

  long openAfter;
  long unreadable;

  /**
   * @param amends null if it is frozen
   */
  Statement(
      Place place,
      String subject,
      UUID id,
      Instant recorded,
      EventData data,
      @Nullable Statement amends) {
    this.place = place;
    this.subject = subject;
    this.id = id;
    this.recorded = recorded;
    this.amends = amends;
    frozen = amends == null ? id : amends.frozen;
    kind = amends == null ? kind(data.text("kind")) : amends.kind;
    from = amends == null ? data.time("from") : amends.from;
    to = amends == null ? data.time("to") : amends.to;
    asOf = data.time("asOf");
    size = data.object("head").number("size");
    root = data.object("head").text("root");
    previous = data.optionalUuid("previous");
    take(data);
  }

  private static Kind kind(String text) {
    try {
      return Kind.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(text + " is no kind of report");
    }
  }

  /** Takes note of the next list. */
  void goesOn(EventData data) {
    take(data);
    lists++;
  }

  private void take(EventData data) {
    for (Row row : StatedRows.of(data)) {
      if (rows == 0) {
        openBefore = row.figures().getOrDefault("openBefore", 0L);
        openAfter = row.figures().getOrDefault("openAfter", 0L);
        unreadable = row.figures().getOrDefault("unreadable", 0L);
      }
      rows++;
    }
  }

  boolean isAmendment() {
    return amends != null;
  }

  /** The leaf of its last list, or its own. */
  long lastLeaf() {
    return place.leaf() + lists;
  }
}
