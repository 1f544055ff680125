package org.disclosureledger.service.projection;

import java.util.Collection;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: tabs between values, {@code \\N} for none. */
public final class CopyText {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]+");

  private final StringBuilder text = new StringBuilder();
  private boolean begun;

  /** The next value of the row. */
  public CopyText value(@Nullable Object value) {
    separate();
    if (value == null) {
      text.append("\\N");
    } else if (value instanceof Collection<?> array) {
      array(array);
    } else {
      escaped(value.toString());
    }
    return this;
  }

  /** Ends the row. */
  public void end() {
    text.append('\n');
    begun = false;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void separate() {
    if (begun) {
      text.append('\t');
    }
    begun = true;
  }

  /** Of numbers, truth values and codes, none of which needs quotes. */
  private void array(Collection<?> array) {
    text.append('{');
    for (Iterator<?> each = array.iterator(); each.hasNext(); ) {
      Object element = each.next();
      if (element instanceof String code && !CODE.matcher(code).matches()) {
        throw new IllegalArgumentException("no array holds " + code);
      }
      text.append(element);
      if (each.hasNext()) {
        text.append(',');
      }
    }
    text.append('}');
  }

  private void escaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
