package org.disclosureledger.verifier.figures;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.verifier.conduct.Conduct;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a computation reads (REPORTS §1), folded into requests, agencies' provinces and
 * the calendar. Memory: what is kept of each request, some two thousand bytes where it has fourteen
 * entries; what waits for a second person is kept as it was prepared.
 */
final class LedgerFold {
  private static final String PREFIX = "org.disclosureledger.";
  private static final String REQUEST = "request/";
  private static final String AGENCY = "agency/";

  private final Map<String, Followed> streams = new HashMap<>();
  private final Map<String, RequestFold> requests = new LinkedHashMap<>();

  private final Provinces provinces = new Provinces();
  private WorkingTime calendar = WorkingTime.NONE;
  private int unreadable;
  private int unknown;

  /** Until another is imported. */
  private @Nullable String calendarFlaw;

  /** How far a stream could be followed. */
  private static final class Followed {
    private long entries;
    private boolean over;
  }

  /** Whether figures rest on what stands in a stream. */
  static boolean counts(String subject) {
    return subject.startsWith(REQUEST) || subject.startsWith(AGENCY) || isCalendar(subject);
  }

  private static boolean isCalendar(String subject) {
    return subject.equals("calendar");
  }

  /**
   * The next entry of the ledger that counts.
   *
   * @param fits whether its data fits the schema of its type
   */
  void entry(long leaf, EntryPayload payload, boolean fits) {
    String subject = payload.subject().value();
    if (subject.startsWith(REQUEST)) {
      request(subject, payload, fits);
    } else if (counts(subject)) {
      reference(leaf, subject, payload, fits);
    }
  }

  private void request(String subject, EntryPayload payload, boolean fits) {
    Followed stream = streams.computeIfAbsent(subject, _ -> new Followed());
    if (stream.over) {
      return;
    }
    RequestFold request = requests.get(subject);
    boolean follows = payload.streamSequence() == stream.entries++;
    if (!follows || !Conduct.isOfRequests(payload.type()) || !fits) {
      // A later version of this program may know the type, and how it goes on.
      unknown += follows && !Conduct.knows(payload.type()) ? 1 : 0;
      over(stream, request);
      return;
    }
    try {
      EventData data = EventData.parse(payload.data());
      Dates.mustExist(data.node());
      String code = code(payload.type());
      if (request != null) {
        request.apply(payload, code, data);
      } else if (code.equals("request.recorded")) {
        requests.put(subject, new RequestFold(payload, data));
      } else {
        // It begins with something else, and is no request.
        stream.over = true;
      }
    } catch (Unreadable e) {
      over(stream, request);
    }
  }

  private void over(Followed stream, @Nullable RequestFold request) {
    stream.over = true;
    unreadable++;
    if (request != null) {
      request.unreadable = true;
    }
  }

  /**
   * Agencies and the calendar; what cannot be read of them may change where agencies are, or any
   * net time.
   */
  private void reference(long leaf, String subject, EntryPayload payload, boolean fits) {
    Followed stream = streams.computeIfAbsent(subject, _ -> new Followed());
    if (payload.streamSequence() != stream.entries++) {
      flaw(subject, "an entry before leaf %d is missing".formatted(leaf));
    }
    if (!Conduct.knows(payload.type())) {
      flaw(subject, "leaf %d is of an unknown type".formatted(leaf));
      return;
    }
    if (!fits) {
      flaw(subject, "leaf %d does not fit its schema".formatted(leaf));
      return;
    }
    try {
      switch (code(payload.type())) {
        case "agency.registered" -> provinces.registered(subject, EventData.parse(payload.data()));
        case "agency.amended" -> provinces.amended(subject, EventData.parse(payload.data()));
        case "calendar.imported" -> {
          // In another stream it is no calendar, as for due times.
          if (isCalendar(subject)) {
            calendar = new Calendar(EventData.parse(payload.data()));
            calendarFlaw = null;
          }
        }
        default -> {}
      }
    } catch (Unreadable e) {
      flaw(subject, "leaf %d cannot be read".formatted(leaf));
    }
  }

  private void flaw(String subject, String how) {
    String where = "%s in stream %s".formatted(how, subject);
    if (isCalendar(subject)) {
      calendar = WorkingTime.NONE;
      calendarFlaw = where;
    } else {
      provinces.flaw(subject, where);
    }
  }

  /** Without prefix and version. */
  private static String code(String type) {
    String name = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    return name.substring(0, name.lastIndexOf('.'));
  }

  Collection<RequestFold> requests() {
    return requests.values();
  }

  /** Streams of requests that cannot be followed to their end. */
  int unreadable() {
    return unreadable;
  }

  /** Those of them that end with an entry of an unknown type. */
  int unknown() {
    return unknown;
  }

  /** Those of them whose first entry cannot be read: nothing else is known of them. */
  int withoutBeginning() {
    return unreadable
        - Math.toIntExact(requests.values().stream().filter(r -> r.unreadable).count());
  }

  /** What could not be read of the calendar that counts. */
  Optional<String> calendarFlaw() {
    return Optional.ofNullable(calendarFlaw);
  }

  /** What could not be read of an agency that a request names; on it rests its province alone. */
  Optional<String> provinceFlaw() {
    return provinces.flaw(requests.values());
  }

  WorkingTime calendar() {
    return calendar;
  }

  /** Null where the register names none. */
  @Nullable String province(RequestFold request) {
    return provinces.of(request);
  }
}
