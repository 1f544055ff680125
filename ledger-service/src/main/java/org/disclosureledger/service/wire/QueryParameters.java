package org.disclosureledger.service.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query string strictly: an unknown or repeated parameter is refused, because a filter
 * that is silently left out shows more than was asked for.
 */
public final class QueryParameters {
  private final Map<String, String[]> values;

  /**
   * @throws InputRefused of type invalid-parameter for a parameter not in {@code known}
   */
  public QueryParameters(Map<String, String[]> values, Set<String> known) {
    this.values = values;
    values.forEach((name, given) -> {
      if (!known.contains(name)) {
        throw new InputRefused(ProblemType.INVALID_PARAMETER, "known parameters: " + sorted(known));
      }
      if (given.length != 1) {
        throw refused(name, "is given twice");
      }
    });
  }

  private static String sorted(Set<String> known) {
    return String.join(", ", known.stream().sorted().toList());
  }

  public @Nullable String text(String name) {
    String[] given = values.get(name);
    return given == null ? null : given[0];
  }

  /**
   * An agency's code as the registers compare it.
   *
   * @throws org.disclosureledger.service.envelope.CommandRefused when it is no code
   */
  public @Nullable String agency(String name) {
    return Form.optionalAgencyCode(name, text(name));
  }

  public @Nullable String province(String name) {
    String text = text(name);
    if (text != null && !Form.isProvince(text)) {
      throw refused(name, "is two digits");
    }
    return text;
  }

  public @Nullable Instant moment(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return StrictValues.moment(text);
    } catch (InputRefused e) {
      throw new InputRefused(ProblemType.INVALID_DATE, name + ": " + e.detail());
    }
  }

  public @Nullable LocalDate day(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return StrictValues.day(text);
    } catch (InputRefused e) {
      throw new InputRefused(ProblemType.INVALID_DATE, name + ": " + e.detail());
    }
  }

  public <E extends Enum<E>> @Nullable E code(String name, Class<E> type) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new InputRefused(ProblemType.UNKNOWN_CODE, name + ": no code of this list"));
  }

  public @Nullable Boolean flag(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused(name, "is true or false");
    };
  }

  public int count(String name, int otherwise, int least, int most) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,6}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw refused(name, "is a whole number from " + least + " to " + most);
    }
    return Integer.parseInt(text);
  }

  public static InputRefused refused(String name, String why) {
    return new InputRefused(ProblemType.INVALID_PARAMETER, name + " " + why);
  }
}
