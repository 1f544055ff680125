package org.disclosureledger.service.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.jspecify.annotations.Nullable;

/**
 * A report as a workbook: a cover, then a sheet a slice. Numbers are numbers; a duration has its
 * milliseconds and beside them decimal hours, for a sheet shows no negative time. Words are cells
 * of text, never formulas.
 */
final class XlsxPaper {
  private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);
  private static final String HEADING = "EEF1F4";
  private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*");

  private final ReportPaper paper;
  private final KeyLabels labels;

  private XlsxPaper(ReportPaper paper) {
    this.paper = paper;
    this.labels = new KeyLabels(paper.agencies());
  }

  static void write(ReportPaper paper, OutputStream out) throws IOException {
    XlsxPaper sheets = new XlsxPaper(paper);
    // A file, because the library puts no sizes before its parts: only a directory at the end has
    // them, and the JDK reads that of files alone.
    Path made = Files.createTempFile("report", ".xlsx");
    try {
      try (OutputStream file = Files.newOutputStream(made);
          Workbook book = new Workbook(file, "Disclosure Ledger", "1.0")) {
        sheets.write(book);
      }
      settle(made, paper.frozenAt(), out);
    } finally {
      Files.delete(made);
    }
  }

  private void write(Workbook book) throws IOException {
    List<PrintedRow> rows = PrintedRow.of(paper);
    cover(book, rows);
    Map<Slice, List<PrintedRow>> slices = new EnumMap<>(Slice.class);
    rows.forEach(row -> slices.computeIfAbsent(row.slice(), slice -> new ArrayList<>()).add(row));
    for (Map.Entry<Slice, List<PrintedRow>> slice : slices.entrySet()) {
      slice(book, slice.getKey(), slice.getValue());
    }
  }

  private void cover(Workbook book, List<PrintedRow> rows) throws IOException {
    Worksheet sheet = book.newWorksheet("Bìa - Cover");
    sheet.width(0, 34);
    sheet.width(1, 46);
    sheet.width(2, 46);
    sheet.width(3, 14);
    int line = 0;
    for (String[] fact : facts()) {
      for (int column = 0; column < fact.length; column++) {
        text(sheet, line, column, fact[column]);
      }
      sheet.style(line, 0).bold().set();
      line++;
    }
    line++;
    heading(sheet, line, "member", "Số liệu", "Figure", "Đơn vị / Unit");
    for (Figure figure : figures(rows)) {
      line++;
      text(sheet, line, 0, figure.member());
      text(sheet, line, 1, figure.vi());
      text(sheet, line, 2, figure.en());
      text(sheet, line, 3, figure.unit() == Figure.Unit.COUNT ? "1" : "ms, h");
    }
    sheet.finish();
  }

  private List<String[]> facts() {
    StatedFigures figures = paper.figures();
    Wording vi = new Wording(Language.VI);
    Wording en = new Wording(Language.EN);
    List<String[]> facts = new ArrayList<>();
    facts.add(new String[] {"Doanh nghiệp / Enterprise", paper.enterprise()});
    if (paper.sample()) {
      facts.add(new String[] {"", "DỮ LIỆU MẪU", "SAMPLE DATA"});
    }
    facts.add(new String[] {"Loại / Kind", paper.kind().vi(), paper.kind().en()});
    facts.add(
        new String[] {"Kỳ / Period", vi.bounds(figures.period()), en.bounds(figures.period())});
    facts.add(new String[] {"", "từ / from " + figures.period().from()});
    facts.add(new String[] {"", "đến trước / before " + figures.period().to()});
    facts.add(
        new String[] {
          "Tính đến / As of (T)", vi.minute(figures.asOf()), en.minute(figures.asOf())
        });
    facts.add(new String[] {"Tính đến / As of (T), UTC", figures.asOf().toString()});
    facts.add(new String[] {"Đầu sổ / Head: size", Long.toString(figures.size())});
    String root = figures.root();
    facts.add(new String[] {"Đầu sổ / Head: root", root == null ? "" : root});
    facts.add(new String[] {"Sổ / Ledger", paper.ledger()});
    facts.add(new String[] {"Báo cáo / Report", "report/" + paper.report()});
    facts.add(
        new String[] {
          "Ghi vào sổ / Recorded", paper.frozenAt().toString(), "lá / leaf " + paper.leaf()
        });
    facts.add(
        new String[] {
          "Phiên bản / Version",
          Integer.toString(paper.version()),
          "0: bản đã chốt / as frozen; n: bản sửa đổi số n / amendment no. n"
        });
    boolean full = paper.variant() == ReportPaper.Variant.FULL;
    facts.add(
        new String[] {
          "Bản / Variant",
          paper.variant().name(),
          full ? "bản đầy đủ / in full" : "bản công bố / for the public"
        });
    facts.add(new String[] {"Dữ liệu mẫu / Sample data", Boolean.toString(paper.sample())});
    if (!full) {
      facts.add(
          new String[] {
            "Ký hiệu / Signs",
            "<5: ít hơn năm, kể cả không có; *: không nêu",
            "<5: fewer than five, none included; *: withheld"
          });
    }
    facts.add(
        new String[] {"Công thức / Formulas", "schemas/REPORTS.md", "verifier verify: reports"});
    return facts;
  }

  /** All of them in full; of the public variant those that it has. */
  private Set<Figure> figures(List<PrintedRow> rows) {
    Set<Figure> figures = EnumSet.noneOf(Figure.class);
    if (paper.variant() == ReportPaper.Variant.FULL) {
      figures.addAll(EnumSet.allOf(Figure.class));
    }
    rows.forEach(row -> figures.addAll(row.cells().keySet()));
    return figures;
  }

  private void slice(Workbook book, Slice slice, List<PrintedRow> rows) throws IOException {
    Worksheet sheet = book.newWorksheet(slice.name());
    Set<Figure> figures = figures(rows);
    heading(sheet, 0, "key", slice.vi(), slice.en());
    heading(sheet, 1, "", "", "");
    heading(sheet, 2, "", "", "");
    sheet.width(0, 16);
    sheet.width(1, 36);
    sheet.width(2, 36);
    int column = 3;
    for (Figure figure : figures) {
      boolean count = figure.unit() == Figure.Unit.COUNT;
      column(sheet, column++, figure, count ? "" : " (ms)");
      if (!count) {
        column(sheet, column++, figure, " (h)");
      }
    }
    int line = 3;
    for (PrintedRow row : rows) {
      text(sheet, line, 0, row.key());
      text(sheet, line, 1, labels.say(Language.VI, slice, row.key()));
      text(sheet, line, 2, labels.say(Language.EN, slice, row.key()));
      column = 3;
      for (Figure figure : figures) {
        boolean count = figure.unit() == Figure.Unit.COUNT;
        cell(sheet, line, column, row.cells().get(figure), count);
        column += count ? 1 : 2;
      }
      line++;
      sheet.flush();
    }
    sheet.freezePane(3, 3);
    sheet.finish();
  }

  private static void column(Worksheet sheet, int column, Figure figure, String unit) {
    sheet.value(0, column, figure.vi() + unit);
    sheet.value(1, column, figure.en() + unit);
    sheet.value(2, column, figure.member());
    sheet.width(column, 14);
    for (int line = 0; line < 3; line++) {
      sheet.style(line, column).bold().wrapText(true).fillColor(HEADING).set();
    }
  }

  private static void cell(
      Worksheet sheet, int line, int column, @Nullable Cell cell, boolean count) {
    if (cell == null) {
      return;
    }
    Long value = cell.value();
    if (value == null) {
      sheet.value(line, column, cell.sign());
      sheet.style(line, column).horizontalAlignment("right").set();
      return;
    }
    sheet.value(line, column, value);
    sheet.style(line, column).format("#,##0").set();
    if (!count) {
      sheet.value(
          line, column + 1, BigDecimal.valueOf(value).divide(HOUR, 6, RoundingMode.HALF_UP));
      sheet.style(line, column + 1).format("#,##0.00").set();
    }
  }

  private static void heading(Worksheet sheet, int line, String... words) {
    for (int column = 0; column < words.length; column++) {
      sheet.value(line, column, words[column]);
      sheet.style(line, column).bold().fillColor(HEADING).set();
    }
  }

  private static void text(Worksheet sheet, int line, int column, String text) {
    sheet.value(line, column, Page.printable(text));
  }

  /** Packs it again with the entry's time in place of the clock's. */
  private static void settle(Path made, Instant frozen, OutputStream out) throws IOException {
    LocalDateTime time = LocalDateTime.ofInstant(frozen, ZoneOffset.UTC).withNano(0);
    ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8);
    try (ZipFile parts = new ZipFile(made.toFile())) {
      for (ZipEntry part : Collections.list(parts.entries())) {
        byte[] bytes;
        try (InputStream in = parts.getInputStream(part)) {
          bytes = in.readAllBytes();
        }
        if (part.getName().equals("docProps/core.xml")) {
          bytes =
              CREATED
                  .matcher(new String(bytes, StandardCharsets.UTF_8))
                  .replaceAll("$1" + time.toInstant(ZoneOffset.UTC))
                  .getBytes(StandardCharsets.UTF_8);
        }
        ZipEntry same = new ZipEntry(part.getName());
        same.setTimeLocal(time);
        packed.putNextEntry(same);
        packed.write(bytes);
        packed.closeEntry();
      }
    }
    packed.finish();
  }
}
