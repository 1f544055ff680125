package org.disclosureledger.service.envelope;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One value to be found again, as it was written.
 *
 * @param value in clear
 * @param item ordinal from 1; 0 for what belongs to the whole request
 * @param target ordinal from 1 within the item; 0 where there is none
 */
public record SearchTerm(Kind kind, String value, int item, int target) {

  /** What is compared with what. Names stand in the database. */
  public enum Kind {
    TARGET,
    DOCUMENT_NUMBER
  }

  /** Empty when the identifier is absent, or known by its digest only. */
  public static Optional<SearchTerm> target(Committed<String> identifier, int item, int target) {
    return Optional.ofNullable(clear(identifier))
        .map(value -> new SearchTerm(Kind.TARGET, value, item, target));
  }

  /** Empty when the number is absent, or known by its digest only. */
  public static Optional<SearchTerm> documentNumber(Committed<String> number) {
    return Optional.ofNullable(clear(number))
        .map(value -> new SearchTerm(Kind.DOCUMENT_NUMBER, value, 0, 0));
  }

  private static @Nullable String clear(Committed<String> committed) {
    return committed instanceof Committed.Clear<String> known ? known.value() : null;
  }

  /** Without the value: events are logged by their {@code toString}. */
  @Override
  public String toString() {
    return "SearchTerm[" + kind + ", item " + item + ", target " + target + "]";
  }
}
