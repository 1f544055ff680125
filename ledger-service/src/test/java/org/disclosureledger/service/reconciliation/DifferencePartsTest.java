package org.disclosureledger.service.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.reconciliation.event.Difference;
import org.disclosureledger.service.reconciliation.event.DifferenceCause;
import org.disclosureledger.service.reconciliation.event.DifferenceKind;
import org.disclosureledger.service.reconciliation.event.DifferencePart;
import org.disclosureledger.service.request.EventJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an agency writes for a number, each part fits one disclosure. */
class DifferencePartsTest {
  private static final int ROWS = 500;

  /** Every member there, and as long as it can be. */
  private static Difference longest(int row, String number) {
    return new Difference(
        DifferenceKind.THEIRS_ONLY,
        List.of(DifferenceCause.values()),
        row,
        number,
        LocalDate.parse("2026-11-02"),
        "2026-11-03T02:00:00.123Z",
        new UUID(-1, -1),
        "999999/2026",
        LocalDate.parse("2026-11-02"),
        Instant.parse("2026-11-03T02:00:00.123Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\n", "\t", "\r", "\"", "\\", "ễ", "€", "😀", "\u2028", "<", "/"})
  void theLongestNumberOfAnyCharacterFits(String unit) {
    int within = AgencyListReader.MAX_NUMBER - 2;
    String number = "a" + unit.repeat(within / unit.length()) + "z";
    // As the reader takes it.
    assertThat(Form.text("number", number)).isEqualTo(number);
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      differences.add(longest(49_000 + i, number));
    }
    List<DifferencePart> parts = DifferenceParts.of(differences);
    List<Difference> all = new ArrayList<>();
    for (DifferencePart part : parts) {
      List<Difference> rows = rows(part);
      byte[] json = EventJson.MAPPER.writeValueAsBytes(rows);
      // Refuses what is longer.
      Disclosure disclosure = new Disclosure(new byte[16], json);
      assertThat(disclosure.encoded().length())
          .isLessThanOrEqualTo(FormatLimits.MAX_DISCLOSURE_BYTES);
      all.addAll(rows);
    }
    assertThat(all).isEqualTo(differences);
    // Nor is room wasted: the first part holds more than half of what it may.
    assertThat(EventJson.MAPPER.writeValueAsBytes(rows(parts.getFirst())).length)
        .isGreaterThan(24_000);
  }

  private static List<Difference> rows(DifferencePart part) {
    return Objects.requireNonNull(((Committed.Clear<List<Difference>>) part.rows()).value());
  }
}
