package org.disclosureledger.service.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.reconciliation.event.Difference;
import org.disclosureledger.service.reconciliation.event.DifferencePart;
import tools.jackson.databind.json.JsonMapper;

/** Cuts the differences into parts of which each fits a disclosure of 65,535 bytes. */
final class DifferenceParts {
  /** So many, each of up to 64,100 bytes once it is encrypted, fit one transaction's 16 MiB. */
  static final int MAX_PARTS = 250;

  /** A disclosure is base64url of its JSON, which makes four bytes of three. */
  private static final int MAX_PART_BYTES = 48_000;

  /** Two dates, two times, an id, a register number, codes and what is between them. */
  private static final int BESIDE_NUMBER = 240;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DifferenceParts() {}

  /**
   * @throws CommandRefused with {@link ReconciliationRule#TOO_MUCH_TO_COMPARE}
   */
  static List<DifferencePart> of(List<Difference> differences) {
    List<DifferencePart> parts = new ArrayList<>();
    List<Difference> part = new ArrayList<>();
    int bytes = 0;
    for (Difference difference : differences) {
      int more = bytes(difference);
      if (bytes + more > MAX_PART_BYTES) {
        parts.add(new DifferencePart(Committed.of(List.copyOf(part))));
        part.clear();
        bytes = 0;
      }
      part.add(difference);
      bytes += more;
    }
    if (!part.isEmpty()) {
      parts.add(new DifferencePart(Committed.of(List.copyOf(part))));
    }
    if (parts.size() > MAX_PARTS) {
      throw new CommandRefused(
          ReconciliationRule.TOO_MUCH_TO_COMPARE, differences.size() + " differences");
    }
    return List.copyOf(parts);
  }

  /** At most so many bytes in JSON, the number as it is escaped there. */
  private static int bytes(Difference difference) {
    String number = difference.number();
    return number == null ? BESIDE_NUMBER : BESIDE_NUMBER + JSON.writeValueAsBytes(number).length;
  }
}
