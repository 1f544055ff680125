package org.disclosureledger.service.story;

import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Entries' own members with their committed values in place, as far as one reader may see them. */
@FunctionalInterface
public interface EntryTexts {
  JsonNode of(StoredEvent stored);

  /** A text member of such data; {@code null} where none was given. */
  static @Nullable String text(JsonNode data, String member) {
    JsonNode value = data.path(member);
    return value.isString() ? value.stringValue() : null;
  }

  /** A number member; {@code null} also where the reader may not see it. */
  static @Nullable Long number(JsonNode data, String member) {
    JsonNode value = data.path(member);
    return value.isIntegralNumber() ? value.longValue() : null;
  }
}
