package org.disclosureledger.service.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.w3c.dom.Element;

/**
 * A drawing of boxes, lines, dots and words at places in millimetres, from the top left. They are
 * boxes of the page: vectors in the document, with the page's own fonts and words to search for.
 */
final class Canvas {
  static final String INK = "#222222";
  static final String BLUE = "#1f5a96";
  static final String GREEN = "#3f8f5f";
  static final String AMBER = "#d9a428";
  static final String RED = "#b4332f";
  static final String GREY = "#8a8f98";
  static final String PALE = "#dfe3e8";

  /** Where words stand against their place. */
  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  private final Page page;
  private final Element drawing;

  Canvas(Page page, Element parent, double width, double height) {
    this.page = page;
    drawing = page.add(parent, "div", "drawing");
    drawing.setAttribute("style", "width:" + mm(width) + ";height:" + mm(height));
  }

  void box(double x, double y, double width, double height, String colour) {
    if (width > 0 && height > 0) {
      piece("box", x, y, width, height, "background-color:" + colour);
    }
  }

  void horizontal(double x, double y, double length, String colour) {
    box(x, y - 0.1, length, 0.2, colour);
  }

  void vertical(double x, double y, double length, String colour) {
    box(x - 0.1, y, 0.2, length, colour);
  }

  /** From one place to another, turned about its beginning. */
  void line(double x1, double y1, double x2, double y2, double thick, String colour) {
    double angle = Math.toDegrees(StrictMath.atan2(y2 - y1, x2 - x1));
    piece(
        "box",
        x1,
        y1 - thick / 2,
        StrictMath.hypot(x2 - x1, y2 - y1),
        thick,
        "background-color:"
            + colour
            + ";transform-origin:0 "
            + mm(thick / 2)
            + ";transform:rotate("
            + number(angle)
            + "deg)");
  }

  void dot(double x, double y, double radius, String colour) {
    piece(
        "box",
        x - radius,
        y - radius,
        2 * radius,
        2 * radius,
        "background-color:" + colour + ";border-radius:" + mm(radius));
  }

  /** One line of words, its middle at a height; never wider than given. */
  void words(double x, double y, double width, Align align, String text) {
    words(x, y, width, align, text, INK);
  }

  void words(double x, double y, double width, Align align, String text, String colour) {
    double left =
        switch (align) {
          case LEFT -> x;
          case CENTRE -> x - width / 2;
          case RIGHT -> x - width;
        };
    String side =
        switch (align) {
          case LEFT -> "left";
          case CENTRE -> "center";
          case RIGHT -> "right";
        };
    Element words =
        piece("words", left, y - 1.9, width, 3.8, "text-align:" + side + ";color:" + colour);
    page.text(words, text);
  }

  private Element piece(
      String type, double x, double y, double width, double height, String style) {
    Element piece = page.add(drawing, "div", type);
    piece.setAttribute(
        "style",
        "left:"
            + mm(x)
            + ";top:"
            + mm(y)
            + ";width:"
            + mm(width)
            + ";height:"
            + mm(height)
            + ";"
            + style);
    return piece;
  }

  static String mm(double length) {
    return number(length) + "mm";
  }

  private static String number(double number) {
    return BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }
}
