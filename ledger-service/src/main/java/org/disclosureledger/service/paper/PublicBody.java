package org.disclosureledger.service.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.Slice;
import org.w3c.dom.Element;

/** The sections of the public variant: tables only, for most of what a chart shows is withheld. */
record PublicBody(Page page, Element body, ReportPaper paper, Language language) {

  void write() {
    Wording wording = new Wording(language);
    PaperTables tables = new PaperTables(page, language, wording, new KeyLabels(paper.agencies()));
    List<PrintedRow> rows = PrintedRow.of(paper);
    page.add(body, "h2", "", language.say("1. Số liệu chung", "1. All requests"));
    page.add(
        body,
        "p",
        "text",
        language.say(
            "Ký hiệu <5: ít hơn năm, kể cả không có; *: không nêu để không suy ra được số nhỏ; –:"
                + " không có hoặc không nêu. Thời gian được làm tròn lên theo giờ.",
            "The sign <5 stands for fewer than five, none included; * is withheld, so that no such"
                + " count follows; – is none, or not told. Durations are rounded up to hours."));
    Map<Figure, Cell> all = rows.getFirst().cells();
    List<Figure> figures = new ArrayList<>(all.keySet());
    page.add(body, "p", "caption", language.say("Bảng 1. Toàn bộ", "Table 1. All"));
    tables.figures(body, all, figures);
    int numbered = 1;
    for (Slice slice : Slice.values()) {
      List<PrintedRow> sliced = rows.stream().filter(row -> row.slice() == slice).toList();
      if (slice == Slice.ALL || sliced.isEmpty()) {
        continue;
      }
      page.add(body, "h2", "", ++numbered + ". " + language.say(slice));
      page.add(
          body,
          "p",
          "caption",
          language.say("Bảng ", "Table ") + numbered + ". " + language.say(Figure.RECEIVED));
      Element lines =
          tables.head(body, "figures", language.say(slice), language.say(Figure.RECEIVED));
      for (PrintedRow row : sliced) {
        tables.line(
            lines,
            tables.labels().say(language, slice, row.key()),
            tables.text(Figure.RECEIVED, row.cells().get(Figure.RECEIVED)));
      }
    }
    page.add(
        body,
        "p",
        "text due",
        language.say(
            "Các số liệu khác của báo cáo không công bố (quyết định 0025).",
            "The report's other figures are not published (decision 0025)."));
  }
}
