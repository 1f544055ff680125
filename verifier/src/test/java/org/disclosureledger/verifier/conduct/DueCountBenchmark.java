package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.id;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.row;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.Payloads.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.disclosureledger.format.EntryPayload;

/**
 * How long grade <em>conduct</em> takes over a ledger that is made to be slow to judge: one request
 * that asked as often as due times are counted over, counted again and again by a policy of many
 * rows and a calendar of ten years, in which nobody works long.
 */
final class DueCountBenchmark {
  private static final int ROWS = 50;
  private static final Instant RECEIVED = CalendarStory.at("2026-01-05T08:00:00");
  private static final String SUBJECT = "request/" + new UUID(0x7000L, 1L << 63);

  private DueCountBenchmark() {}

  /**
   * @param args how many pauses, and how many recounts
   */
  public static void main(String[] args) {
    System.out.println(measure(Integer.parseInt(args[0]), Integer.parseInt(args[1])));
  }

  /** Such as "1,000 pauses, 1,000 recounts by 50 rows: … in 0.1 s". */
  static String measure(int pauses, int recounts) {
    List<EntryPayload> payloads = Step.payloads(steps(pauses, recounts));
    long[] findings = new long[1];
    Conduct conduct = new Conduct((place, rule, expected, found) -> findings[0]++);
    long begin = System.nanoTime();
    long leaf = 0;
    for (EntryPayload payload : payloads) {
      conduct.entry(new Place(leaf++, "", 0), payload, 0, true);
    }
    conduct.end();
    return String.format(
        Locale.ROOT,
        "%,d pauses, %,d recounts by %d rows: %s, %,d findings, in %.2f s",
        pauses,
        recounts,
        ROWS,
        conduct.tally().evidence(),
        findings[0],
        (System.nanoTime() - begin) / 1e9);
  }

  private static List<Step> steps(int pauses, int recounts) {
    List<Step> steps = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    rows.add(row("first", Story.KINDS, false, "ANSWER", 24));
    for (int i = 1; i < ROWS; i++) {
      String counted = i % 2 == 0 ? "hours" : "workingDays";
      rows.add(
          row("row" + i, Story.KINDS, false, "ANSWER", "2026-01-01", counted, 300 + i)
              .replace("STATUTORY", "SERVICE"));
    }
    Instant at = RECEIVED.plusSeconds(60);
    String policy = Payloads.policy(rows.toArray(new String[0]));
    UUID adopted = add(steps, "policy", Person.QUAN, "policy.adopted.v1", at, policy);
    String calendar =
        CalendarStory.calendar("2026-01-01", "2036-01-06", CalendarStory.sessions("08:00-08:01"));
    add(steps, "calendar", Person.QUAN, "calendar.imported.v1", at, calendar);
    String demand = Demand.ordinary(RECEIVED).json();
    add(steps, SUBJECT, Person.LAN, "request.recorded.v2", at, demand);
    add(steps, SUBJECT, Person.LAN, "deadline.set.v2", at, due(adopted, "RECORDING"));
    for (int i = 0; i < pauses; i++) {
      at = at.plus(Duration.ofHours(1));
      UUID asked =
          add(steps, SUBJECT, Person.LAN, "clarification.asked.v1", at, Payloads.question());
      at = at.plus(Duration.ofHours(1));
      String answer = Payloads.answer(asked);
      add(steps, SUBJECT, Person.LAN, "clarification.received.v1", at, answer);
    }
    for (int i = 0; i < recounts; i++) {
      add(steps, SUBJECT, Person.LAN, "deadline.set.v2", at, due(adopted, "RECOMPUTATION"));
    }
    return steps;
  }

  private static UUID add(
      List<Step> steps, String subject, Person who, String type, Instant at, String data) {
    UUID id = CalendarStory.leaf(steps.size());
    steps.add(new Step(id, subject, who, type, at, data));
    return id;
  }

  private static String due(UUID policy, String cause) {
    return object(
        "purpose",
        text("ANSWER"),
        "cause",
        text(cause),
        "basis",
        text("POLICY"),
        "due",
        time(RECEIVED.plus(Duration.ofHours(24))),
        "policy",
        id(policy),
        "row",
        text("first"),
        "item",
        "1",
        "hours",
        "24",
        "startsAt",
        time(RECEIVED));
  }
}
