package org.disclosureledger.service.paper;

import java.util.List;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.paper.Canvas.Align;
import org.w3c.dom.Element;

/** The charts that need one row of figures. */
record Charts(Page page, Language language, Wording wording) {
  private static final double WIDTH = 162;
  private static final double LABELS = 44;

  private static final List<Figure> AGEING =
      List.of(
          Figure.AGING_NOT_DUE,
          Figure.AGING_3H,
          Figure.AGING_24H,
          Figure.AGING_7D,
          Figure.AGING_OVER,
          Figure.AGING_NO_DEADLINE);
  private static final List<String> AGEING_COLOURS =
      List.of(Canvas.GREEN, "#ecd06f", Canvas.AMBER, "#cf6f3a", Canvas.RED, Canvas.GREY);

  private static final List<Figure> OUTCOMES =
      List.of(
          Figure.ITEMS_DISCLOSED,
          Figure.ITEMS_IN_FORCE,
          Figure.ITEMS_NO_DATA,
          Figure.ITEMS_REJECTED,
          Figure.ITEMS_CANCELLED,
          Figure.ITEMS_OPEN);
  private static final List<String> OUTCOME_COLOURS =
      List.of(Canvas.BLUE, Canvas.GREEN, "#9fb6cc", Canvas.RED, Canvas.GREY, Canvas.AMBER);

  /** What is open at T, by how late it is; one bar, and the words to its colours. */
  void ageing(Element parent, Figures figures) {
    stacked(parent, figures, AGEING, AGEING_COLOURS);
  }

  void outcomes(Element parent, Figures figures) {
    stacked(parent, figures, OUTCOMES, OUTCOME_COLOURS);
  }

  private void stacked(Element parent, Figures figures, List<Figure> parts, List<String> colours) {
    long all = parts.stream().mapToLong(figures::count).sum();
    if (all == 0) {
      return;
    }
    int rows = Math.ceilDiv(parts.size(), 3);
    Canvas canvas = new Canvas(page, parent, WIDTH, 11 + 5 * rows);
    double x = 0;
    for (int i = 0; i < parts.size(); i++) {
      long count = figures.count(parts.get(i));
      double width = WIDTH * count / all;
      canvas.box(x, 1, width, 8, colours.get(i));
      String number = wording.count(count);
      if (width > 2.2 * number.length() + 1) {
        boolean dark =
            List.of(Canvas.BLUE, Canvas.GREEN, Canvas.RED, "#cf6f3a").contains(colours.get(i));
        canvas.words(x + width / 2, 5, width, Align.CENTRE, number, dark ? "#ffffff" : Canvas.INK);
      }
      x += width;
      double left = i % 3 * WIDTH / 3;
      double top = 13.5 + 5.0 * Math.floorDiv(i, 3);
      canvas.box(left, top - 1.2, 2.6, 2.6, colours.get(i));
      canvas.words(
          left + 3.8, top, WIDTH / 3 - 4, Align.LEFT, language.say(parts.get(i)) + ": " + number);
    }
  }

  /** From what stood open at the beginning to what did at the end, step by step. */
  void backlog(Element parent, Figures figures) {
    long before = figures.count(Figure.OPEN_BEFORE);
    long opened = figures.count(Figure.OPENED);
    long reopened = figures.count(Figure.REOPENED);
    long highest = before + opened + reopened;
    if (highest == 0) {
      return;
    }
    Canvas canvas = new Canvas(page, parent, WIDTH, 38);
    Scale scale = Scale.of(highest, 5, WIDTH - LABELS - 14);
    for (long tick : scale.ticks()) {
      canvas.vertical(LABELS + scale.at(tick), 1, 31, Canvas.PALE);
      canvas.words(LABELS + scale.at(tick), 34.5, 20, Align.CENTRE, wording.count(tick));
    }
    step(canvas, scale, 0, Figure.OPEN_BEFORE, 0, before, Canvas.GREY);
    step(canvas, scale, 1, Figure.OPENED, before, before + opened, Canvas.AMBER);
    step(canvas, scale, 2, Figure.REOPENED, before + opened, highest, Canvas.RED);
    step(
        canvas,
        scale,
        3,
        Figure.CLOSED,
        highest - figures.count(Figure.CLOSED),
        highest,
        Canvas.GREEN);
    step(canvas, scale, 4, Figure.OPEN_AFTER, 0, figures.count(Figure.OPEN_AFTER), Canvas.GREY);
  }

  private void step(
      Canvas canvas, Scale scale, int row, Figure figure, long from, long to, String colour) {
    double y = 2 + 6.2 * row;
    double x = LABELS + scale.at(from);
    canvas.words(LABELS - 2, y + 2.2, LABELS - 2, Align.RIGHT, language.say(figure));
    canvas.box(x, y, Math.max(0.3, scale.at(to) - scale.at(from)), 4.4, colour);
    String sign = figure == Figure.CLOSED ? "−" : row == 0 || row == 4 ? "" : "+";
    canvas.words(
        LABELS + scale.at(to) + 1.2, y + 2.2, 22, Align.LEFT, sign + wording.count(to - from));
  }
}
