package org.disclosureledger.service.agencyregister;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.envelope.CommandRefused;

/** The last code of a page: the next page begins after it, also when rows were added meanwhile. */
final class AgencyCursor {
  private AgencyCursor() {}

  static String encoded(String code) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(code.getBytes(StandardCharsets.US_ASCII));
  }

  static Optional<String> code(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return Optional.of(new AgencyCode(text).value()).filter(text::equals);
    } catch (IllegalArgumentException | CommandRefused e) {
      // Whatever is wrong with it, it is none of ours.
      return Optional.empty();
    }
  }
}
