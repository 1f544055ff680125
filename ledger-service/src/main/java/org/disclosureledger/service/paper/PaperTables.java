package org.disclosureledger.service.paper;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.Slice;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Tables of figures. */
record PaperTables(Page page, Language language, Wording wording, KeyLabels labels) {
  private static final double TRACK = 40;

  /** One figure a line; those that there are not have a dash. */
  void figures(Element parent, Map<Figure, Cell> cells, List<Figure> figures) {
    Element body =
        head(
            parent,
            figures.size() <= 9 ? "figures kept" : "figures",
            language.say("Số liệu", "Figure"),
            language.say("Giá trị", "Value"));
    for (Figure figure : figures) {
      line(body, language.say(figure), text(figure, cells.get(figure)));
    }
  }

  /** Who was due, and of them who was in time, by each way of reading it. */
  void cohorts(Element parent, Figures all) {
    Element rows =
        head(
            parent,
            "figures kept",
            language.say("Số liệu", "Figure"),
            language.say("Giá trị", "Value"));
    line(rows, language.say(Figure.DUE), wording.count(all.count(Figure.DUE)));
    share(rows, all, Figure.ON_TIME, Figure.DUE);
    share(rows, all, Figure.ON_TIME_RECORDED, Figure.DUE);
    line(rows, language.say(Figure.DUE_ORIGINAL), wording.count(all.count(Figure.DUE_ORIGINAL)));
    share(rows, all, Figure.ON_TIME_ORIGINAL, Figure.DUE_ORIGINAL);
  }

  private void share(Element rows, Figures all, Figure part, Figure whole) {
    line(rows, language.say(part), wording.share(all.count(part), all.count(whole)));
  }

  /** A further line, of what follows from figures. */
  void line(Element body, String name, String value) {
    Element row = page.add(body, "tr", "");
    page.add(row, "td", "name", name);
    page.add(row, "td", "number", value);
  }

  String text(Figure figure, @Nullable Cell cell) {
    if (cell == null) {
      return "–";
    }
    if (cell.sign() != null) {
      return cell.sign();
    }
    long value = Objects.requireNonNull(cell.value());
    if (figure.unit() == Figure.Unit.COUNT) {
      return wording.count(value);
    }
    return cell.rounded()
        ? language.say("không quá ", "up to ") + wording.duration(value)
        : wording.duration(value);
  }

  /** A table with its headings on every page that it reaches; answers its body. */
  Element head(Element parent, String type, String... headings) {
    Element table = page.add(parent, "table", type);
    Element row = page.add(page.add(table, "thead", ""), "tr", "");
    for (int i = 0; i < headings.length; i++) {
      Element cell = page.add(row, "th", i == 0 ? "name" : "", headings[i]);
      cell.setAttribute("scope", "col");
    }
    return page.add(table, "tbody", "");
  }

  /** Of a slice: what came, what became of it, how late and how long. */
  void slice(Element parent, Slice slice, List<FigureRow> rows) {
    Element table = page.add(parent, "table", "slice periods");
    Element headings = page.add(page.add(table, "thead", ""), "tr", "");
    heading(headings, "name", language.say(slice));
    heading(headings, "", language.say("Tiếp nhận", "Received"));
    heading(headings, "", language.say("Đã trả lời", "Answered"));
    heading(headings, "", language.say("Chưa trả lời", "Open"));
    heading(headings, "share", language.say("Đúng hạn", "On time"));
    heading(headings, "time", language.say("Trung vị thời gian trả lời", "Median turnaround"));
    Element body = page.add(table, "tbody", "");
    for (FigureRow row : rows) {
      Figures figures = row.figures();
      Element line = page.add(body, "tr", "");
      page.add(line, "td", "name", labels.say(language, slice, row.key()));
      number(line, wording.count(figures.count(Figure.RECEIVED)));
      number(line, wording.count(figures.count(Figure.ANSWERED)));
      number(line, wording.count(figures.count(Figure.OPEN)));
      number(line, wording.share(figures.count(Figure.ON_TIME), figures.count(Figure.DUE)));
      OptionalLong median = figures.quantile(Figure.GROSS_P50);
      number(line, median.isPresent() ? wording.duration(median.getAsLong()) : "–");
    }
  }

  void items(Element parent, Slice slice, List<FigureRow> rows, List<Figure> figures) {
    String[] headings = new String[figures.size() + 1];
    headings[0] = language.say(slice);
    for (int i = 0; i < figures.size(); i++) {
      headings[i + 1] = language.say(figures.get(i));
    }
    Element body = head(parent, "slice itemised", headings);
    for (FigureRow row : rows) {
      Element line = page.add(body, "tr", "");
      page.add(line, "td", "name", labels.say(language, row.slice(), row.key()));
      figures.forEach(figure -> number(line, wording.count(row.figures().count(figure))));
    }
  }

  /** Agencies with a dot for the median of each, all on one axis, which each page repeats. */
  void agencies(Element parent, List<FigureRow> rows) {
    long longest =
        rows.stream()
            .mapToLong(row -> row.figures().quantile(Figure.GROSS_P50).orElse(0))
            .max()
            .orElse(0);
    Scale scale = Scale.of(longest / 3_600_000.0, 4, TRACK);
    Element table = page.add(parent, "table", "slice agencies");
    Element row = page.add(page.add(table, "thead", ""), "tr", "");
    heading(row, "name", language.say(Slice.AGENCY));
    heading(row, "count", "n");
    heading(row, "share", language.say("Đúng hạn", "On time"));
    heading(row, "time", language.say("Trung vị", "Median"));
    Element axis = heading(row, "track", language.say("Trung vị, theo giờ", "Median, in hours"));
    ticks(page.add(axis, "div", "ticks"), scale);
    Element body = page.add(table, "tbody", "");
    rows.forEach(agency -> agency(body, agency, scale));
  }

  /** Words in a line, for what has a place of its own stands on a table's first page only. */
  private void ticks(Element line, Scale scale) {
    List<Long> ticks = scale.ticks();
    double step = scale.at(scale.step());
    for (int i = 0; i < ticks.size(); i++) {
      boolean first = i == 0;
      boolean last = i == ticks.size() - 1;
      Element tick = page.add(line, "span", "", wording.count(ticks.get(i)));
      double width = first || last ? step / 2 + 3 : step;
      String side = first ? "left;text-indent:2.2mm" : last ? "right" : "center";
      tick.setAttribute(
          "style",
          "display:inline-block;width:"
              + Canvas.mm(width - (last ? 0.8 : 0))
              + ";text-align:"
              + side);
    }
  }

  private void agency(Element body, FigureRow row, Scale scale) {
    Figures figures = row.figures();
    Element line = page.add(body, "tr", "");
    Element name = page.add(line, "td", "name", labels.agency(language, row.key()));
    page.add(name, "span", "code", " " + row.key());
    number(line, wording.count(figures.count(Figure.RECEIVED)));
    number(line, wording.share(figures.count(Figure.ON_TIME), figures.count(Figure.DUE)));
    OptionalLong median = figures.quantile(Figure.GROSS_P50);
    number(line, median.isPresent() ? wording.duration(median.getAsLong()) : "–");
    Canvas track = new Canvas(page, page.add(line, "td", "track"), TRACK + 6, 4);
    for (long tick : scale.ticks()) {
      track.vertical(3 + scale.at(tick), 0, 4, Canvas.PALE);
    }
    if (median.isPresent()) {
      // One that people have dated wrongly may lie before 0; it stands at the axis's beginning.
      double at = Math.max(0, scale.at(median.getAsLong() / 3_600_000.0));
      track.box(3, 1.85, at, 0.3, "#9fb6cc");
      track.dot(3 + at, 2, 1.1, Canvas.BLUE);
    }
  }

  private Element heading(Element row, String type, String text) {
    Element heading = page.add(row, "th", type, text);
    heading.setAttribute("scope", "col");
    return heading;
  }

  void number(Element row, String text) {
    page.add(row, "td", "number", text);
  }
}
