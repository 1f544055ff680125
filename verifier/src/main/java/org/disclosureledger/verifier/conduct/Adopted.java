package org.disclosureledger.verifier.conduct;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows that the ledger adopted last: each adoption replaces all rows of those before. */
abstract class Adopted<R extends Adopted.Row> {
  /** One of them, in force on some days. */
  interface Row {
    String id();

    /** First day in force, Asia/Ho_Chi_Minh. */
    LocalDate from();

    /** Last day in force, null while it has no end. */
    @Nullable LocalDate to();

    default boolean inForceOn(LocalDate day) {
      LocalDate last = to();
      return !day.isBefore(from()) && (last == null || !day.isAfter(last));
    }
  }

  private @Nullable UUID latest;
  private List<R> rows = List.of();
  private boolean known = true;

  /** Reads one row of the event. */
  abstract R read(EventData row);

  final void adopted(UUID id, EventData data) {
    rows = data.objects("rows").stream().map(this::read).toList();
    latest = id;
    known = true;
  }

  /** Takes what another has. */
  final void become(Adopted<R> other) {
    latest = other.latest;
    rows = other.rows;
    known = other.known;
  }

  /** The latest adoption could not be read, or may be what could not be read. */
  final void lost() {
    known = false;
  }

  final boolean isKnown() {
    return known;
  }

  /** Null before the first. */
  final @Nullable UUID latest() {
    return latest;
  }

  final List<R> rows() {
    return rows;
  }

  /** Null where those adopted last have none of this id. */
  final @Nullable R row(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst().orElse(null);
  }
}
