package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.committed;
import static org.disclosureledger.verifier.conduct.Payloads.id;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.Payloads.time;

import java.time.Instant;
import java.util.UUID;

/** {@code data} of what supervision writes, as {@link Payloads} has that of requests. */
final class OversightPayloads {
  private OversightPayloads() {}

  /** An inspection or a drill, of the day on which stories begin and the day before. */
  static String days() {
    return object(
        "from",
        text("2026-01-04"),
        "to",
        text("2026-01-05"),
        "subject",
        committed(),
        "findings",
        committed());
  }

  static String notice(Instant receivedAt) {
    return object(
        "receivedAt",
        time(receivedAt),
        "channel",
        text("EMAIL"),
        "by",
        text("CITIZEN"),
        "subject",
        committed(),
        "informant",
        committed());
  }

  static String forwarded(String agency) {
    return object("agency", text(agency), "document", committed());
  }

  /** Of an inspection, a drill or a notice. */
  static String oversight(UUID corrects, String kind, String content) {
    return object("corrects", id(corrects), "reason", committed(), kind, content);
  }

  /** Two rows and two requests: one pair, one of each side's own. */
  static String reconciliation() {
    return object(
        "agency",
        text(Demand.AGENCY),
        "predecessors",
        "[]",
        "from",
        text("2026-01-01"),
        "to",
        text("2026-01-05"),
        "toleranceMinutes",
        "1440",
        "listed",
        "2",
        "registered",
        "2",
        "matched",
        "1",
        "differing",
        "0",
        "theirsOnly",
        "1",
        "oursOnly",
        "1",
        "unmatchableTheirs",
        "0",
        "unmatchableOurs",
        "0",
        "digest",
        committed(),
        "size",
        committed(),
        "differences",
        "[]");
  }
}
