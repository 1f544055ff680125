package org.disclosureledger.verifier.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Place;
import org.disclosureledger.verifier.conduct.Unreadable;
import org.disclosureledger.verifier.figures.Row;
import org.disclosureledger.verifier.figures.Slice;
import org.jspecify.annotations.Nullable;

/** One {@code report.frozen} or {@code report.amended} with its lists. */
public final class Statement {
  /** Of half-years and years the period is fixed, and named by the stream. */
  enum Kind {
    HALF_YEAR,
    YEAR,
    AD_HOC
  }

  /** A row and the entry that states it. */
  record Stated(Place place, Row row) {}

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

  final List<Stated> rows = new ArrayList<>();

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
    kind = amends == null ? kind(data.text("kind")) : amends.kind;
    from = amends == null ? data.time("from") : amends.from;
    to = amends == null ? data.time("to") : amends.to;
    asOf = data.time("asOf");
    size = data.object("head").number("size");
    root = data.object("head").text("root");
    previous = data.optionalUuid("previous");
    goesOn(place, data);
  }

  private static Kind kind(String text) {
    try {
      return Kind.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(text + " is no kind of report");
    }
  }

  /** Takes the rows of one entry. */
  void goesOn(Place entry, EventData data) {
    for (EventData row : data.objects("rows")) {
      Map<String, Long> figures = new LinkedHashMap<>();
      EventData stated = row.object("figures");
      stated
          .node()
          .properties()
          .forEach(member -> figures.put(member.getKey(), stated.number(member.getKey())));
      rows.add(new Stated(entry, new Row(slice(row.text("slice")), row.text("key"), figures)));
    }
  }

  private static Slice slice(String text) {
    try {
      return Slice.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(text + " is no slice");
    }
  }

  /** The report.frozen that it is, or is about. */
  Statement frozen() {
    Statement first = this;
    for (Statement before = amends; before != null; before = before.amends) {
      first = before;
    }
    return first;
  }

  boolean isAmendment() {
    return amends != null;
  }

  /** A figure of the whole; 0 where it is not stated. */
  long ofAll(String member) {
    return rows.isEmpty() ? 0 : rows.getFirst().row().figures().getOrDefault(member, 0L);
  }

  /** Which entries it counts: those with the same are recomputed together. */
  public Basis basis() {
    return new Basis(size, asOf);
  }

  /** A head's size and an instant. */
  public record Basis(long size, Instant asOf) {}
}
