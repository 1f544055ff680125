package org.disclosureledger.format;

import java.util.regex.Pattern;

/** The stream an entry belongs to: {@code subject} of FORMAT §1. */
public record StreamId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z]+(/[a-z0-9-]+)*");

  /** Rule {@code stream-id}. */
  public StreamId {
    if (value.length() > FormatLimits.MAX_STREAM_ID_BYTES || !FORM.matcher(value).matches()) {
      throw FormatRule.STREAM_ID.violation(0, "not a stream: " + FORM + ", at most 128 bytes");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
