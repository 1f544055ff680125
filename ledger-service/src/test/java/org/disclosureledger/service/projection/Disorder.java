package org.disclosureledger.service.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.sealing.StoredEvent;

/**
 * A history as nobody can have made it by commands: entries left out, told twice, told before those
 * that they follow, or told in the stream of something else. Leaves, times and places in streams
 * are those of an honest ledger.
 */
public final class Disorder {
  private static final int ONE_IN = 12;

  private final Random random;
  private final Map<StreamId, Long> streams = new HashMap<>();
  private final List<StoredEvent> told = new ArrayList<>();

  private Disorder(Random random) {
    this.random = random;
  }

  /** Of the events of one ledger. */
  public static List<StoredEvent> of(List<StoredEvent> events, Random random) {
    Disorder disorder = new Disorder(random);
    List<StoredEvent> others = new ArrayList<>(events);
    for (int i = 0; i + 1 < others.size(); i++) {
      if (random.nextInt(ONE_IN) == 0) {
        int with = Math.min(others.size() - 1, i + 1 + random.nextInt(8));
        StoredEvent one = others.get(i);
        others.set(i, others.get(with));
        others.set(with, one);
      }
    }
    for (int i = 0; i < others.size(); i++) {
      StoredEvent event = others.get(i);
      Instant recorded = events.get(i).header().recordedTime();
      switch (random.nextInt(ONE_IN * 3)) {
        case 0 -> {
          // It was never told.
        }
        case 1, 2 -> {
          disorder.tell(event, recorded, event.header().subject(), event.header().id());
          disorder.tell(event, recorded, event.header().subject(), disorder.anotherId(event));
        }
        case 3 -> {
          StreamId another = events.get(random.nextInt(events.size())).header().subject();
          disorder.tell(event, recorded, another, event.header().id());
        }
        default -> disorder.tell(event, recorded, event.header().subject(), event.header().id());
      }
    }
    return disorder.told;
  }

  private UUID anotherId(StoredEvent event) {
    return new UUID(
        event.header().id().getMostSignificantBits(),
        (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
  }

  private void tell(StoredEvent event, Instant recorded, StreamId stream, UUID id) {
    EventHeader header = event.header();
    EventHeader now =
        new EventHeader(
            id,
            header.ledger(),
            stream,
            header.type(),
            header.time(),
            recorded,
            header.actor(),
            header.role(),
            header.correlationId(),
            streams.merge(stream, 1L, Long::sum) - 1,
            told.size(),
            told.size());
    told.add(new StoredEvent(now, event.entry(), event.payload()));
  }
}
