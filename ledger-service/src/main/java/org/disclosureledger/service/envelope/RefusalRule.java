package org.disclosureledger.service.envelope;

/** A rule that can refuse a command; each becomes one problem type (RFC 9457). */
public interface RefusalRule {
  /** Stable and kebab-case; the last segment of the problem's {@code type}. */
  String code();

  /** HTTP status: 400, 403, 404, 409, 412, 413 or 422. */
  int status();

  String titleVi();

  String titleEn();
}
