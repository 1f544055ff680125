package org.disclosureledger.service.paper;

import java.text.Normalizer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The tree of a page. Text goes in as text nodes and is never parsed, so no name can become markup.
 */
final class Page {
  private final Document document;

  Page() {
    try {
      document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Document document() {
    return document;
  }

  Element root() {
    Element html = document.createElement("html");
    document.appendChild(html);
    return html;
  }

  /** The class may be empty. */
  Element add(Element parent, String tag, String type) {
    Element child = document.createElement(tag);
    if (!type.isEmpty()) {
      child.setAttribute("class", type);
    }
    parent.appendChild(child);
    return child;
  }

  Element add(Element parent, String tag, String type, String text) {
    Element child = add(parent, tag, type);
    text(child, text);
    return child;
  }

  void text(Element parent, String text) {
    parent.appendChild(document.createTextNode(printable(text)));
  }

  /** In NFC, for the fonts have the composed letters; what no page can hold is a question mark. */
  static String printable(String text) {
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(Page::printable)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static int printable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE, Character.FORMAT ->
          '?';
      default -> character;
    };
  }
}
