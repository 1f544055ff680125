package org.disclosureledger.verifier.report;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a verification says. Verdicts are relative to a head, so the head is part of it.
 *
 * @param subject what was verified, as the user named it
 * @param origin of the head, null if no checkpoint could be read
 * @param size of the head in leaves, −1 if no checkpoint could be read
 * @param root of the head in padded base64, null if no checkpoint could be read
 * @param anchored whether a witness quorum or trusted time-stamp covers the head
 * @param grades one for each grade, in order
 * @param findings the kept ones, sorted by (leaf, rule id)
 * @param findingsTotal how many there were, kept or not
 * @param required the grades without which there is no exit code 0
 * @param proven what it comes to if all is well, null if that is the whole ledger's consistency
 * @param predecessor the ledger on which this one follows, null if it is a first one
 */
public record VerificationReport(
    String subject,
    @Nullable String origin,
    long size,
    @Nullable String root,
    boolean anchored,
    List<GradeResult> grades,
    List<Finding> findings,
    long findingsTotal,
    Set<Grade> required,
    @Nullable String proven,
    @Nullable PredecessorReport predecessor) {

  /** Of what says nothing about a ledger before. */
  public VerificationReport(
      String subject,
      @Nullable String origin,
      long size,
      @Nullable String root,
      boolean anchored,
      List<GradeResult> grades,
      List<Finding> findings,
      long findingsTotal,
      Set<Grade> required,
      @Nullable String proven) {
    this(
        subject,
        origin,
        size,
        root,
        anchored,
        grades,
        findings,
        findingsTotal,
        required,
        proven,
        null);
  }

  public static final int EXIT_OK = 0;
  public static final int EXIT_FINDINGS = 1;
  public static final int EXIT_NOT_CHECKED = 2;

  /** The required grades that were not checked, in order. */
  public List<Grade> missing() {
    return grades.stream()
        .filter(result -> result.status() == GradeResult.Status.NOT_CHECKED)
        .map(GradeResult::grade)
        .filter(required::contains)
        .toList();
  }

  /** FORMAT §8: any finding 1; else a required grade not checked 2; else 0. */
  public int exitCode() {
    if (findingsTotal > 0) {
      return EXIT_FINDINGS;
    }
    return missing().isEmpty() ? EXIT_OK : EXIT_NOT_CHECKED;
  }

  /** The result of one grade. */
  public GradeResult grade(Grade grade) {
    return grades.stream().filter(result -> result.grade() == grade).findFirst().orElseThrow();
  }

  /** One line: how it came out, and for which head. */
  public String verdict() {
    String head =
        origin == null || root == null
            ? subject
            : "%s, size %,d, root %s".formatted(origin, size, root);
    return switch (exitCode()) {
      case EXIT_FINDINGS ->
          "not consistent, %s: %s"
              .formatted(Counted.of(findingsTotal, "finding", "findings"), head);
      case EXIT_NOT_CHECKED ->
          "incomplete, not checked: %s (%s): %s"
              .formatted(
                  String.join(", ", missing().stream().map(Grade::code).toList()),
                  grade(missing().getFirst()).evidence(),
                  head);
      default -> sound() + ": " + head;
    };
  }

  private String sound() {
    if (proven != null) {
      return proven + (anchored ? ", anchored" : ", not anchored");
    }
    return anchored ? "consistent and anchored" : "internally consistent, not anchored";
  }
}
