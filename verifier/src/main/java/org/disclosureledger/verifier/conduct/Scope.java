package org.disclosureledger.verifier.conduct;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, approved or handed over.
 *
 * @param fields a bit a kind of data
 * @param period null for all time
 * @param records at most so many, or so many; {@link #UNLIMITED} where none is stated
 */
public record Scope(Targets targets, int fields, @Nullable Period period, long records) {
  static final long UNLIMITED = Long.MAX_VALUE;

  private static final List<String> FIELDS =
      List.of(
          "SUBSCRIBER_NAME",
          "DATE_OF_BIRTH",
          "IDENTITY_DOCUMENT",
          "POSTAL_ADDRESS",
          "PHONE_NUMBER",
          "EMAIL_ADDRESS",
          "ACCOUNT_NAME",
          "REGISTRATION_RECORD",
          "PAYMENT_RECORD",
          "IP_ADDRESS",
          "IP_ASSIGNMENT",
          "LOGIN_HISTORY",
          "DEVICE_IDENTIFIER",
          "CALL_RECORD",
          "MESSAGE_RECORD",
          "CELL_LOCATION",
          "STORED_CONTENT",
          "DOCUMENT_COPY",
          "FIGURE",
          "PHYSICAL_OBJECT",
          "TECHNICAL_DESCRIPTION",
          "CONFIRMATION",
          "OTHER");

  /** As an agency's item states one, whose targets are the first so many. */
  static Scope asked(int targets, EventData data) {
    return new Scope(
        Targets.first(targets),
        fields(data),
        Period.optional(data),
        data.number("maximumRecords", UNLIMITED));
  }

  /** The same of other targets. */
  Scope of(Targets others) {
    return new Scope(others, fields, period, records);
  }

  /** As {@code acceptance.prepared} states one. */
  public static Scope approved(EventData data) {
    return new Scope(
        Targets.of(data.ordinals("targets")),
        fields(data),
        Period.optional(data),
        data.number("maximumRecords"));
  }

  /** As {@code delivery.prepared} states one. */
  public static Scope delivered(EventData data) {
    return new Scope(
        Targets.of(data.ordinals("targets")),
        fields(data),
        Period.optional(data),
        data.number("recordCount"));
  }

  static int fields(EventData data) {
    int mask = 0;
    for (String field : data.texts("fields")) {
      int bit = FIELDS.indexOf(field);
      if (bit < 0) {
        throw new Unreadable(field + " is no kind of data");
      }
      mask |= 1 << bit;
    }
    return mask;
  }

  /** Whether targets, fields and period lie within those of the other. */
  public boolean within(Scope wider) {
    return targets.within(wider.targets)
        && (fields & ~wider.fields) == 0
        && (wider.period == null || (period != null && period.within(wider.period)));
  }

  /** Only what differs from the other is worth a reader's time. */
  String besides(Scope other) {
    StringBuilder text = new StringBuilder();
    if (!targets.toString().equals(other.targets.toString())) {
      text.append(targets).append("; ");
    }
    int more = fields & ~other.fields;
    if (more != 0) {
      text.append("fields");
      for (int bit = 0; bit < FIELDS.size(); bit++) {
        if ((more & 1 << bit) != 0) {
          text.append(' ').append(FIELDS.get(bit));
        }
      }
      text.append("; ");
    }
    if (!Objects.equals(period, other.period)) {
      text.append(period == null ? "all time" : period.toString()).append("; ");
    }
    if (records != other.records) {
      text.append(records == UNLIMITED ? "any number of records; " : records + " records; ");
    }
    return text.isEmpty() ? "the same" : text.substring(0, text.length() - 2);
  }
}
