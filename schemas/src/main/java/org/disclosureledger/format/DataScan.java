package org.disclosureledger.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.format.JsonScanner.Token;

/** Walks a {@code data} object: finds its commitments and refuses misplaced or misshapen ones. */
final class DataScan {
  private enum Place {
    DATA,
    MEMBER,
    ELEMENT
  }

  private final JsonScanner scanner;
  private final List<String> path = new ArrayList<>();
  private final List<CommitmentSlot> slots = new ArrayList<>();
  private final Set<String> digests = new HashSet<>();

  private DataScan(JsonScanner scanner) {
    this.scanner = scanner;
  }

  /** To be called when the scanner has just read the opening brace of {@code data}. */
  static List<CommitmentSlot> slots(JsonScanner scanner) {
    DataScan scan = new DataScan(scanner);
    scan.object(Place.DATA);
    return List.copyOf(scan.slots);
  }

  /** Names that SD-JWT gives a meaning to and that no clear member may bear. */
  static boolean isReserved(String name) {
    return name.equals("_sd") || name.equals("_sd_alg") || name.equals("...");
  }

  private void object(Place place) {
    boolean first = true;
    while (scanner.next() == Token.NAME) {
      String name = scanner.text();
      int nameStart = scanner.start();
      if (name.equals("_sd")) {
        commitment(place, first, nameStart);
        return;
      }
      if (isReserved(name)) {
        throw FormatRule.COMMITMENT_RESERVED_NAME.violation(nameStart, "a name SD-JWT reserves");
      }
      path.add(name);
      value(scanner.next(), Place.MEMBER);
      path.removeLast();
      first = false;
    }
  }

  private void array() {
    int index = 0;
    for (Token token = scanner.next(); token != Token.ARRAY_END; token = scanner.next()) {
      path.add(Integer.toString(index++));
      value(token, Place.ELEMENT);
      path.removeLast();
    }
  }

  private void value(Token token, Place place) {
    if (token == Token.OBJECT_START) {
      object(place);
    } else if (token == Token.ARRAY_START) {
      array();
    }
  }

  private void commitment(Place place, boolean first, int nameStart) {
    if (place == Place.DATA) {
      throw FormatRule.COMMITMENT_PLACE.violation(nameStart, "data itself is never a commitment");
    }
    if (place == Place.ELEMENT) {
      throw FormatRule.COMMITMENT_ARRAY_ELEMENT.violation(
          nameStart, "an array element is never itself a commitment");
    }
    boolean opened = scanner.next() == Token.ARRAY_START && scanner.next() == Token.STRING;
    int digestStart = scanner.start();
    String digest = scanner.text();
    boolean closed =
        opened && scanner.next() == Token.ARRAY_END && scanner.next() == Token.OBJECT_END;
    if (!first || !closed) {
      throw FormatRule.COMMITMENT_SHAPE.violation(
          nameStart, "a commitment is an object of _sd alone, an array of one digest");
    }
    slot(digest, digestStart);
  }

  private void slot(String digest, int digestStart) {
    try {
      if (CanonicalBase64.decodeUrl(digest).length != 32) {
        throw FormatRule.COMMITMENT_DIGEST.violation("a digest has 32 bytes");
      }
    } catch (FormatException e) {
      FormatException violation =
          FormatRule.COMMITMENT_DIGEST.violation(
              digestStart, "a digest is 32 bytes in canonical base64url");
      violation.initCause(e);
      throw violation;
    }
    if (!digests.add(digest)) {
      throw FormatRule.COMMITMENT_REPEATED.violation(digestStart, "a digest stands twice");
    }
    slots.add(new CommitmentSlot(pointer(), digest));
  }

  private String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (String step : path) {
      pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
