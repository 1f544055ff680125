package org.disclosureledger.service.suppression;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has been shown of a part of a table so far. What comes next, and how, follows from it alone:
 * two tables that are shown alike so far are asked the same next.
 */
final class View {
  private final Worlds worlds;
  private final Map<Values, View> next = new HashMap<>();
  private @Nullable Split split;

  View(Worlds worlds) {
    this.worlds = worlds;
  }

  /** Of the count that comes next, the same for every table with this view. */
  Split split(int count, int counts) {
    if (split == null) {
      split = Split.of(worlds, count, counts);
    }
    return split;
  }

  /** The view once that count is known to be one of these. */
  View after(int count, Values known) {
    return next.computeIfAbsent(known, same -> new View(worlds.where(count, known)));
  }
}
