package org.disclosureledger.service.register;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last row of a page: the next page begins after it, also when rows were added meanwhile.
 *
 * @param key of the sort order; {@code null} for a row without a due time
 */
record RegisterCursor(RegisterSort sort, @Nullable Instant key, UUID requestId) {

  String encoded() {
    String text = sort.name() + " " + (key == null ? "-" : key.toString()) + " " + requestId;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  static Optional<RegisterCursor> parse(String encoded) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII);
      String[] parts = text.split(" ", -1);
      if (parts.length != 3) {
        return Optional.empty();
      }
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
