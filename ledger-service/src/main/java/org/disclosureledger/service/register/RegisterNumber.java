package org.disclosureledger.service.register;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Register number (số đến), as a person types it.
 *
 * @param ordinal from 1
 * @param year Asia/Ho_Chi_Minh; absent means any
 */
public record RegisterNumber(int ordinal, @Nullable Integer year) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})(?:/([0-9]{4}))?");

  /** Reads {@code 12} or {@code 12/2026}; anything else is empty. */
  public static Optional<RegisterNumber> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String year = matcher.group(2);
    return Optional.of(
        new RegisterNumber(
            Integer.parseInt(matcher.group(1)), year == null ? null : Integer.valueOf(year)));
  }

  @Override
  public String toString() {
    return year == null ? Integer.toString(ordinal) : ordinal + "/" + year;
  }
}
