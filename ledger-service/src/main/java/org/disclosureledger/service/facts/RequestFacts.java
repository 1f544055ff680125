package org.disclosureledger.service.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.CopyText;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.event.RequestEvent;
import org.jspecify.annotations.Nullable;

/** One request while a batch of events is applied to it: its last row, and those to be written. */
final class RequestFacts {
  private final UUID request;
  private final Marks marks;
  private RequestState state;
  private @Nullable FactRow row;
  private long from;
  // Whether the last row stands in the table, and since when it did when it was read.
  private boolean stored;
  private final long storedFrom;
  private @Nullable Long storedUntil;
  private boolean storedReplaced;
  private final List<Past> past = new ArrayList<>();

  private record Past(FactRow row, long from, long until) {}

  private RequestFacts(UUID request, RequestState state, Marks marks, @Nullable Long storedFrom) {
    this.request = request;
    this.state = state;
    this.marks = marks;
    this.stored = storedFrom != null;
    this.storedFrom = storedFrom == null ? FactRow.NEVER : storedFrom;
    this.from = this.storedFrom;
    this.row = stored ? FactRow.of(state, marks) : null;
  }

  static RequestFacts begin(UUID request) {
    return new RequestFacts(request, RequestState.EMPTY, new Marks(), null);
  }

  static RequestFacts kept(UUID request, RequestState state, Marks marks, long from) {
    return new RequestFacts(request, state, marks, from);
  }

  UUID request() {
    return request;
  }

  RequestState state() {
    return state;
  }

  Marks marks() {
    return marks;
  }

  boolean unreadable() {
    return marks.unreadable;
  }

  /** Since when the last row says what it says. */
  long from() {
    return from;
  }

  /** Returns how many elements of arrays are held until it is written besides those before. */
  long take(EventHeader header, RequestEvent event, RequestState after) {
    marks.take(header, event, state, after);
    // Ids of entries alone grow without end, and no figure looks at one.
    state = after.withoutEntries();
    return row(header);
  }

  /** From here on nobody knows what became of it; returns what {@link #take} does. */
  long endReading(EventHeader header) {
    marks.unreadable = true;
    return row(header);
  }

  private long row(EventHeader header) {
    FactRow next = FactRow.of(state, marks);
    if (next.equals(row)) {
      return 0;
    }
    // Times of a stream do not fall; where somebody made them do, the rows still follow each other.
    long now = header.recordedTime().toEpochMilli();
    if (row == null) {
      from = now;
    } else if (now > from) {
      if (stored) {
        storedUntil = now;
      } else {
        past.add(new Past(row, from, now));
      }
      from = now;
    } else if (stored) {
      storedReplaced = true;
    }
    stored = false;
    row = next;
    return next.elements();
  }

  /** When the row that stood last in the table ends, if it does. */
  @Nullable Long storedUntil() {
    return storedUntil;
  }

  /** Whether the row that stood last in the table gives way to another of the same instant. */
  boolean storedReplaced() {
    return storedReplaced;
  }

  long storedFrom() {
    return storedFrom;
  }

  void write(String ledger, CopyText text) {
    past.forEach(each -> each.row().write(ledger, request, each.from(), each.until(), text));
    if (!stored && row != null) {
      row.write(ledger, request, from, FactRow.NEVER, text);
    }
  }
}
