package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.EntryPayload;

/**
 * A ledger that is made to fill the memory of whoever judges it, told entry by entry in a process
 * of its own: acts that say little and are long, each in a stream of its own, and long objections.
 */
final class ConductMemory {
  /** In all some 55 MB of data. */
  private static final int STREAMS = 1_000;

  private static final int FLAWS = 300;

  private ConductMemory() {}

  public static void main(String[] args) {
    Conduct conduct = new Conduct((place, rule, expected, found) -> {});
    String act = act();
    long bytes = 0;
    for (int i = 0; i < STREAMS; i++) {
      for (EntryPayload payload : stream("request/" + new UUID(0x7000L, 1L << 63 | i), act, i)) {
        conduct.entry(new Place(bytes, "", 0), payload, 0, true);
        bytes += payload.data().length;
      }
    }
    System.out.println(bytes + " bytes judged; " + conduct.tally().evidence());
  }

  private static List<EntryPayload> stream(String subject, String act, int number) {
    List<Step> steps = new ArrayList<>();
    Demand demand = Demand.ordinary(Story.START);
    add(steps, subject, number, "request.recorded.v2", demand.json());
    add(steps, subject, number, "acceptance.prepared.v2", act);
    return Step.payloads(steps);
  }

  private static void add(List<Step> steps, String subject, int number, String type, String data) {
    UUID id = new UUID(0x0198_0000_0000_7000L | steps.size(), 1L << 63 | number);
    steps.add(new Step(id, subject, Person.LAN, type, Instant.EPOCH, data));
  }

  /** With a list to follow that never comes, of items that no request has. */
  private static String act() {
    String[] scopes = new String[FLAWS];
    for (int i = 0; i < FLAWS; i++) {
      scopes[i] = Demand.scope(100 + i, Payloads.ordinals(1, 1000), 8);
    }
    return items(1, scopes);
  }
}
