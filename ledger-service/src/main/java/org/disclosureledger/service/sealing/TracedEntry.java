package org.disclosureledger.service.sealing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An entry whose command is traced.
 *
 * @param parent where later steps belong: {@code traceparent} of W3C Trace Context (§3.2)
 */
public record TracedEntry(UUID ledger, long leafIndex, String parent) {
  static List<TracedEntry> of(List<AppendBatch.Accepted> accepted) {
    List<TracedEntry> traced = new ArrayList<>();
    for (AppendBatch.Accepted done : accepted) {
      String parent = done.request().asker().step().parent();
      if (parent != null) {
        done.entries()
            .forEach(
                placed -> traced.add(new TracedEntry(placed.ledger(), placed.leafIndex(), parent)));
      }
    }
    return traced;
  }
}
