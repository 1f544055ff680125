package org.disclosureledger.service.envelope;

import java.util.Locale;

/**
 * A rule that can refuse a command; each becomes one problem type (RFC 9457). An enum's constant.
 */
public interface RefusalRule {

  /**
   * How a refusal is answered.
   *
   * @param status HTTP status
   */
  record Answer(int status, String titleVi, String titleEn) {}

  /** The constant's name, e.g. {@code STREAM_CONFLICT}. */
  String name();

  Answer answer();

  /**
   * Stable and kebab-case, e.g. {@code stream-conflict}: the last segment of the problem's type.
   */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  default int status() {
    return answer().status();
  }

  default String titleVi() {
    return answer().titleVi();
  }

  default String titleEn() {
    return answer().titleEn();
  }
}
