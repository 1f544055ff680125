package org.disclosureledger.service.paper;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.paper.Canvas.Align;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The share on time month by month, against the limits within which it would stay by chance alone:
 * a p-chart, three standard deviations about the share of the whole period.
 */
record OnTimeChart(List<Point> points, long onTime, long due) {
  private static final double WIDTH = 162;
  private static final double HEIGHT = 46;
  private static final double LEFT = 12;
  private static final double PLOT = WIDTH - LEFT - 2;

  // Of more the numbers would be cut off; the table beside has them.
  private static final int MOST_LABELLED = 18;

  /**
   * @param month {@code YYYY-MM}
   */
  record Point(String month, long onTime, long due) {
    double share() {
      return (double) onTime / due;
    }
  }

  static OnTimeChart of(List<FigureRow> rows) {
    List<Point> points = new ArrayList<>();
    for (FigureRow row : rows) {
      if (row.slice() == Slice.MONTH) {
        points.add(
            new Point(
                row.key(), row.figures().count(Figure.ON_TIME), row.figures().count(Figure.DUE)));
      }
    }
    return new OnTimeChart(
        List.copyOf(points),
        points.stream().mapToLong(Point::onTime).sum(),
        points.stream().mapToLong(Point::due).sum());
  }

  private double mean() {
    return (double) onTime / due;
  }

  private double reach(Point point) {
    return 3 * Math.sqrt(mean() * (1 - mean()) / point.due());
  }

  double lower(Point point) {
    return Math.max(0, mean() - reach(point));
  }

  double upper(Point point) {
    return Math.min(1, mean() + reach(point));
  }

  boolean beyond(Point point) {
    return point.share() < lower(point) || point.share() > upper(point);
  }

  void draw(Page page, Element parent, Wording wording) {
    if (due == 0) {
      return;
    }
    Canvas canvas = new Canvas(page, parent, WIDTH, HEIGHT + 11);
    double floor = floor();
    for (int i = 0; i <= 4; i++) {
      double share = floor + (1 - floor) * i / 4;
      canvas.horizontal(LEFT, y(share, floor), PLOT, Canvas.PALE);
      canvas.words(LEFT - 1.5, y(share, floor), 11, Align.RIGHT, Math.round(100 * share) + " %");
    }
    if (points.size() <= MOST_LABELLED) {
      canvas.words(LEFT - 1.5, HEIGHT + 8.5, 11, Align.RIGHT, "n");
    }
    double width = PLOT / points.size();
    Point last = null;
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      double left = LEFT + i * width;
      if (points.size() <= MOST_LABELLED) {
        double middle = left + width / 2;
        canvas.words(middle, HEIGHT + 4.5, width, Align.CENTRE, label(point, wording));
        canvas.words(middle, HEIGHT + 8.5, width, Align.CENTRE, wording.count(point.due()));
      }
      if (point.due() == 0) {
        last = null;
        continue;
      }
      canvas.box(left, y(lower(point), floor) - 0.15, width, 0.3, Canvas.RED);
      canvas.box(left, y(upper(point), floor) - 0.15, width, 0.3, Canvas.RED);
      draw(canvas, last, point, left + width / 2, width, floor);
      last = point;
    }
    canvas.box(LEFT, y(mean(), floor) - 0.1, PLOT, 0.2, Canvas.GREY);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (point.due() > 0) {
        double x = LEFT + (i + 0.5) * width;
        canvas.dot(x, y(point.share(), floor), 1.1, beyond(point) ? Canvas.RED : Canvas.BLUE);
      }
    }
  }

  private void draw(
      Canvas canvas, @Nullable Point last, Point point, double x, double width, double floor) {
    if (last != null) {
      canvas.line(x - width, y(last.share(), floor), x, y(point.share(), floor), 0.35, Canvas.BLUE);
    }
  }

  private String label(Point point, Wording wording) {
    // A year's twelve months leave no room for words.
    return points.size() > 6
        ? point.month().substring(5) + "/" + point.month().substring(2, 4)
        : wording.month(point.month());
  }

  /** The axis ends at 100 % and begins at a round share below all that is drawn, 80 % at most. */
  private double floor() {
    double lowest =
        points.stream()
            .filter(point -> point.due() > 0)
            .mapToDouble(point -> Math.min(point.share(), lower(point)))
            .min()
            .orElse(0);
    return Math.clamp(Math.floor(lowest * 5) / 5, 0, 0.8);
  }

  private static double y(double share, double floor) {
    return 2 + (1 - share) / (1 - floor) * (HEIGHT - 2);
  }
}
