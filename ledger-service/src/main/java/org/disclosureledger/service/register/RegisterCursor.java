package org.disclosureledger.service.register;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.projection.PageCursor;
import org.jspecify.annotations.Nullable;

/**
 * The last row of a page: the next page begins after it, also when rows were added meanwhile.
 *
 * @param key of the sort order; {@code null} for a row without a due time
 */
record RegisterCursor(RegisterSort sort, @Nullable Instant key, UUID requestId) {

  String encoded() {
    String text = sort.name() + " " + (key == null ? "-" : key.toString()) + " " + requestId;
    return PageCursor.of(text);
  }

  static Optional<RegisterCursor> parse(String encoded) {
    return PageCursor.text(encoded).flatMap(RegisterCursor::parsed);
  }

  private static Optional<RegisterCursor> parsed(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RegisterCursor(
              RegisterSort.valueOf(parts[0]),
              parts[1].equals("-") ? null : Instant.parse(parts[1]),
              UUID.fromString(parts[2])));
    } catch (IllegalArgumentException | DateTimeException e) {
      // Whatever is wrong with it, it is none of ours.
      return Optional.empty();
    }
  }
}
