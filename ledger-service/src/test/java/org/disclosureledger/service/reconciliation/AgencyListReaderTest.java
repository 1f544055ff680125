package org.disclosureledger.service.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.service.envelope.CommandRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyListReaderTest {
  private static final ReceiptPeriod NOVEMBER =
      new ReceiptPeriod(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));
  private static final String HEADER = "number,date,received\n";

  private static List<ListedDocument> read(String list) {
    return AgencyListReader.read(list.getBytes(StandardCharsets.UTF_8), NOVEMBER);
  }

  private static CommandRefused refusal(byte[] list) {
    CommandRefused refused =
        catchThrowableOfType(CommandRefused.class, () -> AgencyListReader.read(list, NOVEMBER));
    assertThat(refused).isNotNull();
    assertThat(refused.getCause()).isNull();
    return refused;
  }

  @Test
  void aListAsASpreadsheetSavesItInVietNamIsRead() {
    String list =
        "\uFEFFSTT;Số, ký hiệu;Ngày văn bản;Thời điểm nhận;Ghi chú\r\n"
            + "1;0001/CV-MẪU;02/11/2026;3/11/2026 09:12;\"a;b\"\r\n"
            + ";;;;\r\n"
            + "2;\"0002/CV-\"\"MẪU\"\"\";;04/11/2026;\r\n";
    for (String spelt : List.of(list, Normalizer.normalize(list, Normalizer.Form.NFD))) {
      List<ListedDocument> read = read(spelt);
      assertThat(read).extracting(ListedDocument::row).containsExactly(2, 4);
      assertThat(read)
          .extracting(ListedDocument::number)
          .containsExactly("0001/CV-MẪU", "0002/CV-\"MẪU\"");
      assertThat(read.getFirst().date()).isEqualTo("2026-11-02");
      assertThat(read.getFirst().received().text()).isEqualTo("2026-11-03T02:12:00Z");
      assertThat(read.getLast().date()).isNull();
      assertThat(read.getLast().received().text()).isEqualTo("2026-11-04");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-03T09:12:30+07:00, 2026-11-03T02:12:30Z",
    "2026-11-03 02:12Z, 2026-11-03T02:12:00Z",
    "2026-11-03 09:12:30.5 +07, 2026-11-03T02:12:30.500Z",
    "03/11/2026 00:30, 2026-11-02T17:30:00Z",
    "2026-11-03, 2026-11-03",
  })
  void timesAreReadWithOrWithoutTheirZone(String written, String meant) {
    assertThat(read(HEADER + "1/CV,," + written).getFirst().received().text()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Document Number,Document Date,Received At",
        "doc_no,doc_date,received",
        "Số văn bản,Ngày ban hành,Ngày nhận",
        "SỐ CÔNG VĂN,NGÀY KÝ,NGÀY ĐẾN",
      })
  void columnsAreFoundByTheirUsualNames(String header) {
    assertThat(read(header + "\n1/CV,2026-11-02,2026-11-03\n")).hasSize(1);
  }

  record Hostile(String name, byte[] list, String rule, String detail) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Hostile hostile(String name, String list, String rule, String detail) {
    return new Hostile(name, list.getBytes(StandardCharsets.UTF_8), rule, detail);
  }

  static Stream<Hostile> hostile() {
    String row = "0001/BI-MAT,2026-11-02,";
    String rows = (row + "2026-11-03\n").repeat(AgencyListReader.MAX_ROWS + 1);
    String vietnamese = "số,ngày,ngày nhận\n0001/BI-MAT,,2026-11-03\n";
    return Stream.of(
        hostile("nothing", "", "list-empty", "no bytes"),
        hostile("NUL", HEADER + "0001\0/BI-MAT,,2026-11-03", "list-not-utf8", "zero"),
        new Hostile("UTF-16", vietnamese.getBytes(StandardCharsets.UTF_16), "list-not-utf8", ""),
        new Hostile(
            "windows-1258",
            vietnamese.getBytes(Charset.forName("windows-1252")),
            "list-not-utf8",
            "UTF-8"),
        hostile("no such column", "number,date\n1,2026-11-02", "list-header-unknown", "received"),
        hostile("a column twice", "số,number,date,received", "list-header-unknown", "number"),
        hostile("open quotation", HEADER + "\"0001/BI-MAT,,", "list-malformed", "row 2"),
        hostile("text after it", HEADER + "\"0001\"/BI-MAT,,", "list-malformed", "row 2"),
        hostile("no receipt", HEADER + row, "list-row-invalid", "row 2"),
        hostile("no date", HEADER + "\n" + row + "31/02/2026", "list-row-invalid", "row 3"),
        hostile("25 o'clock", HEADER + row + "2026-11-03 25:00", "list-row-invalid", "row 2"),
        hostile("month first", HEADER + row + "11/30/2026", "list-row-invalid", "row 2"),
        hostile("before", HEADER + row + "2026-10-31", "list-row-invalid", "outside the period"),
        hostile("bell", HEADER + "0001\u0007/BI-MAT,,2026-11-03", "list-row-invalid", "row 2"),
        hostile(
            "huge field",
            HEADER + "BI-MAT".repeat(200_000) + ",,2026-11-03",
            "list-row-invalid",
            "row 2: the number has more than 200"),
        hostile("many columns", HEADER + ",".repeat(10_000), "list-row-invalid", "row 2"),
        hostile("50,001 rows", HEADER + rows, "list-too-long", "50000"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aBadListIsRefusedByItsRowAndNeverQuoted(Hostile bad) {
    CommandRefused refused = refusal(bad.list());
    assertThat(refused.rule().code()).isEqualTo(bad.rule());
    assertThat(refused.getMessage()).contains(bad.detail()).doesNotContain("BI-MAT");
  }

  @Test
  void aListOfTheGreatestLengthIsRead() {
    assertThat(read(HEADER + "1/CV,,2026-11-03\n".repeat(AgencyListReader.MAX_ROWS)))
        .hasSize(AgencyListReader.MAX_ROWS);
  }

  @Test
  void aPeriodOfMoreThanAYearIsRefused() {
    LocalDate from = LocalDate.parse("2026-01-01");
    assertThat(new ReceiptPeriod(from, from.plusDays(365)).to()).isEqualTo("2027-01-01");
    CommandRefused refused =
        catchThrowableOfType(
            CommandRefused.class, () -> new ReceiptPeriod(from, from.plusDays(366)));
    assertThat(refused.rule().code()).isEqualTo("period-too-long");
  }
}
