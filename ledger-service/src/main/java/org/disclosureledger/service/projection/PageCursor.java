package org.disclosureledger.service.projection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The last row of a page, as a client gets and returns it: the next page begins after it, also when
 * rows were added meanwhile. Opaque to the client, no secret; each list checks what it reads.
 */
public final class PageCursor {
  private PageCursor() {}

  /** Of visible ASCII text. */
  public static String of(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  public static String of(UUID id) {
    return of(id.toString());
  }

  /** Empty for what no cursor holds; the text itself may be anybody's. */
  public static Optional<String> text(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return Optional.of(text).filter(read -> of(read).equals(cursor));
    } catch (IllegalArgumentException e) {
      // Whatever is wrong with it, it is none of ours.
      return Optional.empty();
    }
  }

  /** Empty when it is not that of an id. */
  public static Optional<UUID> uuid(String cursor) {
    return text(cursor).flatMap(PageCursor::parsed);
  }

  private static Optional<UUID> parsed(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
