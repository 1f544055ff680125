package org.disclosureledger.service.erasure.event;

import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.service.vocabulary.CaseType;
import org.jspecify.annotations.Nullable;

/**
 * How long personal data is kept, as adopted: data with a citation, never a constant of the
 * program.
 *
 * @param id names the row within its rules, e.g. {@code shipped-default}
 * @param effectiveFrom first day in force, Asia/Ho_Chi_Minh
 * @param effectiveTo last day in force; absent while it has no end
 * @param citation the provision, or what it rests on
 * @param keepDays 0 to 36,500 days since the request was closed
 * @param caseTypes the cases it applies to; absent for all
 */
public record RetentionRow(
    String id,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String citation,
    int keepDays,
    @Nullable List<CaseType> caseTypes) {

  public static final int MAX_DAYS = 36_500;
  public static final int MAX_CITATION = 500;

  /**
   * @throws IllegalArgumentException when the row contradicts itself
   */
  public RetentionRow {
    caseTypes = caseTypes == null ? null : List.copyOf(caseTypes);
    require(id.matches("[a-z0-9]+(-[a-z0-9]+)*") && id.length() <= 64, "id", id);
    require(!citation.isBlank() && citation.length() <= MAX_CITATION, "citation", id);
    require(effectiveTo == null || !effectiveTo.isBefore(effectiveFrom), "dates", id);
    require(keepDays >= 0 && keepDays <= MAX_DAYS, "keepDays", id);
    require(
        caseTypes == null
            || (!caseTypes.isEmpty() && caseTypes.stream().distinct().count() == caseTypes.size()),
        "caseTypes",
        id);
  }

  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
  }

  private static void require(boolean holds, String what, String id) {
    if (!holds) {
      throw new IllegalArgumentException("retention row " + id + ": " + what);
    }
  }
}
