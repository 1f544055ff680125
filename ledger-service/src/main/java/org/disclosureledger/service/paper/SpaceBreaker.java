package org.disclosureledger.service.paper;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Breaks lines behind spaces alone: the library's own breaks dates and shares at their strokes. */
final class SpaceBreaker implements FSTextBreaker {
  private String text = "";
  private int at;

  @Override
  public void setText(String newText) {
    text = newText;
    at = 0;
  }

  @Override
  public int next() {
    if (at >= text.length()) {
      return -1;
    }
    int space = text.indexOf(' ', at);
    at = space < 0 ? text.length() : space + 1;
    return at;
  }
}
