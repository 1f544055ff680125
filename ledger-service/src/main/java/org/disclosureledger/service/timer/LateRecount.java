package org.disclosureledger.service.timer;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request that failed while a recount went over it. As with {@link Recount}, all that it has to
 * know is in its name.
 *
 * @param ledger name of the ledger
 * @param adoption event id of the policy or calendar that came
 * @param request its id
 * @param outcome what came of it; {@code null} while it is tried again
 */
record LateRecount(
    String ledger, UUID adoption, UUID request, RecountOne.@Nullable Outcome outcome) {
  static final String TASK = "due-time-late-recount";

  /** What came of one: stands for a while, and then is forgotten. */
  static final String DONE = "due-time-late-recounted";

  private static final Pattern NAME =
      Pattern.compile("([^/]+)/([0-9a-f-]{36})/([0-9a-f-]{36})/(-|MOVED|UNMOVED|KEPT)");

  static LateRecount begin(Recount recount, UUID request) {
    return new LateRecount(recount.ledger(), recount.adoption(), request, null);
  }

  LateRecount done(RecountOne.Outcome came) {
    return new LateRecount(ledger, adoption, request, came);
  }

  String instance() {
    return String.join(
        "/",
        ledger,
        adoption.toString(),
        request.toString(),
        outcome == null ? "-" : outcome.name());
  }

  /** Empty for a name that no version of this service gave. */
  static Optional<LateRecount> parse(String instance) {
    Matcher name = NAME.matcher(instance);
    if (!name.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LateRecount(
              name.group(1),
              UUID.fromString(name.group(2)),
              UUID.fromString(name.group(3)),
              name.group(4).equals("-") ? null : RecountOne.Outcome.valueOf(name.group(4))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
