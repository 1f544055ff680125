package org.disclosureledger.verifier.figures;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.Sha256;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a computation reads (REPORTS §1), folded into requests, agencies' provinces and
 * the calendar. Memory: what is kept of each request, some hundred bytes and its parts and changes;
 * what waits for a second person is kept as it was prepared.
 */
final class LedgerFold {
  private static final String PREFIX = "org.disclosureledger.";
  private static final String REQUEST = "request/";
  private static final String AGENCY = "agency/";

  /** Read here, whether the grade conduct has rules for it or not. */
  private static final String CALENDAR = PREFIX + "calendar.imported.v1";

  private static final int HEX_DIGITS = 32;

  private final Predicate<String> known;
  private final Map<String, Followed> streams = new HashMap<>();
  private final Map<String, RequestFold> requests = new LinkedHashMap<>();

  /** By the streams of agencies. */
  private final Map<String, String> provinces = new HashMap<>();

  /** The stream of each agency that a request names. */
  private final Map<String, String> registered = new HashMap<>();

  private WorkingTime calendar = WorkingTime.NONE;
  private int unreadable;
  private int unknown;

  /** What of the streams of agencies cannot be read, by stream; the last of each. */
  private final Map<String, String> agencyFlaws = new HashMap<>();

  /** Until another is imported. */
  private @Nullable String calendarFlaw;

  /** How far a stream could be followed. */
  private static final class Followed {
    private long entries;
    private boolean over;
  }

  /**
   * @param known whether a type, with its version, has rules that its events can be read by
   */
  LedgerFold(Predicate<String> known) {
    this.known = known;
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
      request(leaf, subject, payload, fits);
    } else if (counts(subject)) {
      reference(leaf, subject, payload, fits);
    }
  }

  private void request(long leaf, String subject, EntryPayload payload, boolean fits) {
    Followed stream = streams.computeIfAbsent(subject, _ -> new Followed());
    if (stream.over) {
      return;
    }
    RequestFold request = requests.get(subject);
    boolean follows = payload.streamSequence() == stream.entries++;
    if (!follows || !known.test(payload.type()) || !fits) {
      // A later version of this program may know the type, and how it goes on.
      unknown += follows && !known.test(payload.type()) ? 1 : 0;
      over(stream, request);
      return;
    }
    try {
      EventData data = EventData.parse(payload.data());
      Dates.mustExist(data.node());
      String code = code(payload.type());
      if (request != null) {
        request.apply(leaf, payload, code, data);
      } else if (code.equals("request.recorded")) {
        requests.put(subject, new RequestFold(leaf, payload, data));
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
    if (!known.test(payload.type()) && !payload.type().equals(CALENDAR)) {
      flaw(subject, "leaf %d is of an unknown type".formatted(leaf));
      return;
    }
    if (!fits) {
      flaw(subject, "leaf %d does not fit its schema".formatted(leaf));
      return;
    }
    try {
      switch (code(payload.type())) {
        case "agency.registered", "agency.amended" -> {
          EventData data = EventData.parse(payload.data());
          String province = data.optionalText("province");
          if (province == null) {
            provinces.remove(subject);
          } else {
            provinces.put(subject, province);
          }
        }
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
      agencyFlaws.put(subject, where);
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
    return agencyFlaws.isEmpty()
        ? Optional.empty()
        : requests.values().stream()
            .flatMap(request -> Stream.ofNullable(agencyFlaws.get(register(request))))
            .findFirst();
  }

  WorkingTime calendar() {
    return calendar;
  }

  /** Null where the register names none. */
  @Nullable String province(RequestFold request) {
    return provinces.isEmpty() ? null : provinces.get(register(request));
  }

  private String register(RequestFold request) {
    return registered.computeIfAbsent(request.agency, LedgerFold::stream);
  }

  private static String stream(String agency) {
    byte[] code = agency.getBytes(StandardCharsets.UTF_8);
    return AGENCY + Objects.requireNonNull(Sha256.hex(code)).substring(0, HEX_DIGITS);
  }
}
