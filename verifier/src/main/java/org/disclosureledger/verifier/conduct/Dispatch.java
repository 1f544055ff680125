package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A delivery that went out. */
final class Dispatch {
  /** One item of a delivery. */
  interface Handed {
    void of(int item, long part, long records);
  }

  final UUID id;
  final Instant time;
  boolean receipted;
  boolean failed;
  private final int[] items;
  private final long[] parts;
  private final long[] records;

  Dispatch(UUID id, Instant time, List<OpenAct.Part> parts) {
    this.id = id;
    this.time = time;
    this.items = parts.stream().mapToInt(OpenAct.Part::item).toArray();
    this.parts = parts.stream().mapToLong(OpenAct.Part::part).toArray();
    this.records = parts.stream().mapToLong(part -> part.scope().records()).toArray();
  }

  /** Takes each item with the number of its records. */
  void forEach(Handed handed) {
    for (int i = 0; i < items.length; i++) {
      handed.of(items[i], parts[i], records[i]);
    }
  }
}
