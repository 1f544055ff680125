package org.disclosureledger.service.agencyregister;

import java.util.Optional;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.projection.PageCursor;

/** The last code of a page: the next page begins after it, also when rows were added meanwhile. */
final class AgencyCursor {
  private AgencyCursor() {}

  static String encoded(String code) {
    return PageCursor.of(code);
  }

  static Optional<String> code(String cursor) {
    return PageCursor.text(cursor).flatMap(AgencyCursor::parsed);
  }

  private static Optional<String> parsed(String text) {
    try {
      return Optional.of(new AgencyCode(text).value()).filter(text::equals);
    } catch (CommandRefused e) {
      return Optional.empty();
    }
  }
}
