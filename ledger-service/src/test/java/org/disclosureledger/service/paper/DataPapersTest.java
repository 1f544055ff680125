package org.disclosureledger.service.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.paper.ReportPaper.AgencyName;
import org.disclosureledger.service.paper.ReportPaper.Languages;
import org.disclosureledger.service.paper.ReportPaper.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** XLSX, CSV and JSON, read back. */
class DataPapersTest {
  private static final String HOSTILE = "=HYPERLINK(\"http://192.0.2.1/x\",\"Cơ quan\")";

  private static final String HEAD =
      "ledger,report,version,variant,sample,from,to,asOf,headSize,headRoot,"
          + "slice,key,key_vi,key_en,member,figure_vi,figure_en,value,unit";

  private interface Writes {
    void write(ReportPaper paper, ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] bytes(ReportPaper paper, Writes how) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    how.write(paper, out);
    return out.toByteArray();
  }

  private static ReportPaper hostile() {
    ReportPaper small = InventedReports.small();
    Map<String, AgencyName> names = new HashMap<>(small.agencies());
    names.put("CQ-MAU-001", new AgencyName(HOSTILE, "\t@SUM(A1)\u0001"));
    return InventedReports.report(small.figures(), names);
  }

  @Test
  void theWorkbookHasEveryNumberAsANumber() throws IOException {
    ReportPaper paper = InventedReports.small();
    byte[] xlsx = bytes(paper, Papers::xlsx);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      assertThat(book.getSheets().map(Sheet::getName))
          .containsExactly(
              "Bìa - Cover",
              "ALL",
              "AGENCY",
              "AGENCY_KIND",
              "ITEM_KIND",
              "PROVINCE",
              "EMERGENCY",
              "REFUSAL_GROUND",
              "MONTH");
      List<FigureRow> read = new ArrayList<>();
      for (Slice slice : Slice.values()) {
        List<Row> lines = book.findSheet(slice.name()).orElseThrow().read();
        for (Row line : lines.subList(3, lines.size())) {
          read.add(new FigureRow(slice, text(line, 0), figures(lines.get(2), line)));
        }
      }
      assertThat(read).isEqualTo(paper.figures().rows());
    }
  }

  private static Figures figures(Row members, Row line) {
    Map<String, Long> figures = new HashMap<>();
    for (int column = 3; column < members.getCellCount(); column++) {
      String member = text(members, column);
      @Nullable Cell cell = column < line.getCellCount() ? line.getCell(column) : null;
      boolean hours = column > 3 && member.equals(text(members, column - 1));
      if (cell == null || cell.getType() == CellType.EMPTY) {
        continue;
      }
      assertThat(cell.getType()).isEqualTo(CellType.NUMBER);
      if (hours) {
        BigDecimal millis = cell.asNumber().multiply(BigDecimal.valueOf(3_600_000));
        long stated = Objects.requireNonNull(figures.get(member), member);
        assertThat(millis.doubleValue()).isBetween(stated - 2.0, stated + 2.0);
      } else {
        figures.put(member, cell.asNumber().longValueExact());
      }
    }
    return Figures.ofMembers(figures);
  }

  private static String text(Row row, int column) {
    return row.getCellText(column);
  }

  @Test
  void aNameThatLooksLikeAFormulaIsTextInTheWorkbook() throws IOException {
    byte[] xlsx = bytes(hostile(), Papers::xlsx);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      Row line = book.findSheet("AGENCY").orElseThrow().read().get(3);
      assertThat(line.getCell(1).getType()).isEqualTo(CellType.STRING);
      assertThat(line.getCell(1).asString()).isEqualTo(HOSTILE);
      assertThat(line.getCell(2).asString()).isEqualTo(" @SUM(A1) ");
    }
  }

  @Test
  void theCoverSaysOfWhatAndAsOfWhen() throws IOException {
    byte[] xlsx = bytes(InventedReports.small(), Papers::xlsx);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      List<String> cover = new ArrayList<>();
      for (Row line : book.getFirstSheet().read()) {
        for (int column = 0; column < line.getCellCount(); column++) {
          cover.add(text(line, column));
        }
      }
      assertThat(cover)
          .contains(
              "từ ngày 01/01/2026 đến hết ngày 30/06/2026",
              "1 January 2026 to 30 June 2026",
              "2026-06-30T17:00:00Z",
              "4812",
              "+q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8=",
              "Turnaround, median");
    }
  }

  @Test
  void theCsvHasALineARowAndFigure() throws IOException {
    ReportPaper paper = hostile();
    String csv = new String(bytes(paper, Papers::csv), StandardCharsets.UTF_8);
    assertThat(csv.lines().findFirst()).contains("\uFEFF" + HEAD);
    Map<String, Map<String, Long>> read = new HashMap<>();
    try (CSVParser lines =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(csv.substring(1)))) {
      for (CSVRecord line : lines) {
        Map<String, Long> figures =
            read.computeIfAbsent(line.get("slice") + "/" + line.get("key"), k -> new HashMap<>());
        if (!line.get("value").isEmpty()) {
          figures.put(line.get("member"), Long.valueOf(line.get("value")));
        }
        assertThat(line.get("unit"))
            .isEqualTo(
                Figure.of(line.get("member")).orElseThrow().unit() == Figure.Unit.COUNT
                    ? "count"
                    : "ms");
        if (line.get("key").equals("CQ-MAU-001")) {
          assertThat(line.get("key_vi")).isEqualTo("'" + HOSTILE);
        }
      }
    }
    Map<String, Figures> figures = new HashMap<>();
    read.forEach((row, members) -> figures.put(row, Figures.ofMembers(members)));
    Map<String, Figures> stated = new HashMap<>();
    paper.figures().rows().forEach(row -> stated.put(row.slice() + "/" + row.key(), row.figures()));
    assertThat(figures).isEqualTo(stated);
  }

  @Test
  void eachLineOfTheCsvSaysOfWhatItIs() throws IOException {
    for (ReportPaper paper : ofEachKind()) {
      String csv = new String(bytes(paper, Papers::csv), StandardCharsets.UTF_8);
      assertThat(csv.lines().findFirst()).contains("\uFEFF" + HEAD);
      StatedFigures stated = paper.figures();
      String first =
          Stream.of(
                  "thi-du",
                  paper.report(),
                  paper.version(),
                  paper.variant(),
                  paper.sample(),
                  stated.period().from(),
                  stated.period().to(),
                  stated.asOf(),
                  stated.size(),
                  "sha256:" + stated.root())
              .map(String::valueOf)
              .collect(Collectors.joining(",", "", ","));
      assertThat(csv.lines().skip(1))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).startsWith(first));
    }
  }

  /** As frozen, amended, and for the public. */
  private static List<ReportPaper> ofEachKind() {
    ReportPaper small = InventedReports.small();
    return List.of(small, InventedReports.large(), InventedReports.with(small, Variant.PUBLIC));
  }

  @Test
  void theJsonAndTheWorkbookSayOfWhatTheyAreAsTheCsvDoes() throws IOException {
    for (ReportPaper paper : ofEachKind()) {
      String csv = new String(bytes(paper, Papers::csv), StandardCharsets.UTF_8);
      JsonNode json = new JsonMapper().readTree(bytes(paper, Papers::json));
      Map<String, String> cover = cover(paper);
      try (CSVParser lines =
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .get()
              .parse(new StringReader(csv.substring(1)))) {
        CSVRecord line = lines.iterator().next();
        for (String member : List.of("ledger", "report", "version", "variant", "sample")) {
          assertThat(json.path(member).asString()).as(member).isEqualTo(line.get(member));
        }
        for (String time : List.of("from", "to", "asOf")) {
          assertThat(Instant.parse(json.path(time).asString())).isEqualTo(line.get(time));
        }
        assertThat(json.at("/head/size").asString()).isEqualTo(line.get("headSize"));
        assertThat(json.at("/head/root").asString()).isEqualTo(root(line));
        assertThat(cover)
            .containsEntry("Sổ / Ledger", line.get("ledger"))
            .containsEntry("Báo cáo / Report", "report/" + line.get("report"))
            .containsEntry("Phiên bản / Version", line.get("version"))
            .containsEntry("Bản / Variant", line.get("variant"))
            .containsEntry("Dữ liệu mẫu / Sample data", line.get("sample"))
            .containsEntry("Tính đến / As of (T), UTC", line.get("asOf"))
            .containsEntry("Đầu sổ / Head: size", line.get("headSize"))
            .containsEntry("Đầu sổ / Head: root", root(line));
      }
    }
  }

  /**
   * Whatever it begins with, no spreadsheet takes it for a formula, and nothing is put before it.
   */
  private static String root(CSVRecord line) {
    assertThat(line.get("headRoot")).startsWith("sha256:");
    return line.get("headRoot").substring("sha256:".length());
  }

  /** What stands beside each name on it. */
  private static Map<String, String> cover(ReportPaper paper) throws IOException {
    Map<String, String> cover = new HashMap<>();
    byte[] xlsx = bytes(paper, Papers::xlsx);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      for (Row line : book.getFirstSheet().read()) {
        if (line.getCellCount() > 1) {
          cover.put(text(line, 0), text(line, 1));
        }
      }
    }
    return cover;
  }

  @Test
  void theJsonHasTheRowsAsTheLedgerDoes() throws IOException {
    ReportPaper paper = InventedReports.small();
    JsonNode json = new JsonMapper().readTree(bytes(paper, Papers::json));

    assertThat(json.path("asOf").asString()).isEqualTo("2026-06-30T17:00:00.000Z");
    assertThat(json.path("ledger").asString()).isEqualTo("thi-du");
    assertThat(json.path("version").asInt(-1)).isZero();
    assertThat(json.path("head").path("size").asLong()).isEqualTo(4812);
    List<FigureRow> rows = new ArrayList<>();
    for (JsonNode row : json.path("rows")) {
      Map<String, Long> members = new HashMap<>();
      row.path("figures")
          .properties()
          .forEach(member -> members.put(member.getKey(), member.getValue().asLong()));
      assertThat(members).hasSize(Figures.ofMembers(members).members().size());
      rows.add(
          new FigureRow(
              Slice.valueOf(row.path("slice").asString()),
              row.path("key").asString(),
              Figures.ofMembers(members)));
    }
    assertThat(rows).isEqualTo(paper.figures().rows());
  }

  @Test
  void thePublicFilesHaveSignsAndNothingOfAnAgency() throws IOException {
    ReportPaper paper = InventedReports.with(InventedReports.small(), Variant.PUBLIC);
    String csv = new String(bytes(paper, Papers::csv), StandardCharsets.UTF_8);
    assertThat(csv)
        .contains("ALL,,Toàn bộ,All,noDeadline,Không có thời hạn,Without a deadline,<5,count")
        .doesNotContain("CQ-MAU-", "PROVINCE", "REFUSAL_GROUND");
    JsonNode json = new JsonMapper().readTree(bytes(paper, Papers::json));
    assertThat(json.path("rows").get(0).path("figures").path("noDeadline").asString())
        .isEqualTo("<5");
    byte[] xlsx = bytes(paper, Papers::xlsx);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      assertThat(book.getSheets().map(Sheet::getName))
          .containsExactly("Bìa - Cover", "ALL", "AGENCY_KIND", "EMERGENCY", "MONTH");
    }
  }

  @Test
  void theSameReportHasTheSameBytes() throws IOException {
    for (Writes how : List.<Writes>of(Papers::xlsx, Papers::csv, Papers::json)) {
      ReportPaper paper = InventedReports.small();
      byte[] once = bytes(paper, how);
      for (Languages asked : Languages.values()) {
        // Both stand in it, or none does: whichever the PDF is asked for in.
        ReportPaper same =
            InventedReports.with(
                InventedReports.small(), paper.variant(), asked, paper.enterprise());
        assertThat(bytes(same, how)).isEqualTo(once);
      }
    }
    byte[] xlsx = bytes(InventedReports.small(), Papers::xlsx);
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        // To two seconds, as archives have it; nothing of the clock's.
        assertThat(part.getTimeLocal().toString()).startsWith("2026-07-09T03:12:4");
        if (part.getName().equals("docProps/core.xml")) {
          assertThat(new String(parts.readAllBytes(), StandardCharsets.UTF_8))
              .contains(">2026-07-09T03:12:45Z<");
        }
      }
    }
  }

  @Test
  void emptyReportsAreFilesToo() throws IOException {
    for (Writes how : List.<Writes>of(Papers::xlsx, Papers::csv, Papers::json)) {
      assertThat(bytes(InventedReports.empty(), how)).isNotEmpty();
      assertThat(bytes(InventedReports.with(InventedReports.empty(), Variant.PUBLIC), how))
          .isNotEmpty();
    }
  }
}
