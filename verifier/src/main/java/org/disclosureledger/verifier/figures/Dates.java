package org.disclosureledger.verifier.figures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatTime;
import org.disclosureledger.verifier.conduct.Unreadable;
import tools.jackson.databind.JsonNode;

/**
 * An event that states a day or time that does not exist ends its stream (FORMAT §9, {@code
 * data-unreadable}), whether a figure needs it or not; a schema cannot tell.
 */
final class Dates {
  private static final Set<String> MEMBERS =
      Set.of(
          "receivedAt",
          "reachedAt",
          "documentDate",
          "dueStated",
          "due",
          "startsAt",
          "confirmBy",
          "from",
          "to",
          "until");
  private static final int DAY = "YYYY-MM-DD".length();

  private Dates() {}

  static void mustExist(JsonNode node) {
    node.properties()
        .forEach(member -> {
          JsonNode value = member.getValue();
          if (value.isString() && MEMBERS.contains(member.getKey())) {
            mustExist(member.getKey(), value.stringValue());
          } else if (value.isObject() || value.isArray()) {
            mustExist(value);
          }
        });
    if (node.isArray()) {
      node.values().forEach(Dates::mustExist);
    }
  }

  private static void mustExist(String name, String text) {
    try {
      if (text.length() == DAY) {
        LocalDate.parse(text);
      } else {
        FormatTime.parse(text);
      }
    } catch (DateTimeException | FormatException e) {
      throw new Unreadable(name + ": " + e.getMessage());
    }
  }
}
