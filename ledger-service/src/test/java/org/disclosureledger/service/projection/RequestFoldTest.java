package org.disclosureledger.service.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.event.ReminderIssued;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.sealing.StoredEvent;
import org.junit.jupiter.api.Test;

class RequestFoldTest {
  @Test
  void aKeptStateEvolvesAsTheWholeOneAndGrowsWithNoRemark() {
    long seed = new Random().nextLong();
    System.out.println("kept states: seed " + seed);
    SyntheticHistory history =
        new SyntheticHistory(seed, Instant.parse("2026-07-01T00:00:00Z")).run("north", 900);
    Map<StreamId, RequestState> whole = new HashMap<>();
    Map<StreamId, String> kept = new HashMap<>();
    int reminders = 0;
    for (StoredEvent stored : history.events()) {
      if (!(stored.payload() instanceof RequestEvent event)) {
        continue;
      }
      StreamId stream = stored.header().subject();
      RequestState after =
          whole.getOrDefault(stream, RequestState.EMPTY).evolve(event, stored.header());
      String before = kept.get(stream);
      RequestState folded = before == null ? RequestState.EMPTY : RequestFold.read(before);
      String json = RequestFold.write(folded.evolve(event, stored.header()));
      assertThat(RequestFold.read(json)).as("seed " + seed).isEqualTo(after.withoutEntries());
      if (event instanceof ReminderIssued && before != null) {
        // A digit of the last sequence, or the time of what came first; an entry's id is longer.
        assertThat(json.length() - before.length()).as("seed " + seed).isBetween(0, 30);
        reminders++;
      }
      whole.put(stream, after);
      kept.put(stream, json);
    }
    assertThat(reminders).as("seed " + seed).isPositive();
  }
}
