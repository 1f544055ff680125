package org.disclosureledger.service.timer;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far the due times of a ledger's open requests are counted again. As with {@link
 * ConfirmationDue}, all that it has to know is in its name; each batch has the next one.
 *
 * @param ledger name of the ledger
 * @param adoption event id of the policy or calendar that came
 * @param position of that event
 * @param last the request counted last, or {@code null} before the first
 * @param counted requests so far
 * @param moved those of another due time since
 * @param kept those that keep theirs because it cannot be counted, as where the calendar ends
 */
record Recount(
    String ledger,
    UUID adoption,
    long position,
    @Nullable UUID last,
    long counted,
    long moved,
    long kept) {
  static final String TASK = "due-times-recount";

  /** What came of one: stands for a while, and then is forgotten. */
  static final String DONE = "due-times-recounted";

  private static final Pattern NAME =
      Pattern.compile(
          "([^/]+)/([0-9a-f-]{36})/([0-9]{1,18})/([0-9a-f-]{36}|-)"
              + "/([0-9]{1,18})/([0-9]{1,18})/([0-9]{1,18})");

  static Recount begin(String ledger, UUID adoption, long position) {
    return new Recount(ledger, adoption, position, null, 0, 0, 0);
  }

  Recount moved(UUID request) {
    return new Recount(ledger, adoption, position, request, counted + 1, moved + 1, kept);
  }

  Recount kept(UUID request) {
    return new Recount(ledger, adoption, position, request, counted + 1, moved, kept + 1);
  }

  Recount unmoved(UUID request) {
    return new Recount(ledger, adoption, position, request, counted + 1, moved, kept);
  }

  String instance() {
    return String.join(
        "/",
        ledger,
        adoption.toString(),
        Long.toString(position),
        last == null ? "-" : last.toString(),
        Long.toString(counted),
        Long.toString(moved),
        Long.toString(kept));
  }

  /** Empty for a name that no version of this service gave. */
  static Optional<Recount> parse(String instance) {
    Matcher name = NAME.matcher(instance);
    if (!name.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Recount(
              name.group(1),
              UUID.fromString(name.group(2)),
              Long.parseLong(name.group(3)),
              name.group(4).equals("-") ? null : UUID.fromString(name.group(4)),
              Long.parseLong(name.group(5)),
              Long.parseLong(name.group(6)),
              Long.parseLong(name.group(7))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
