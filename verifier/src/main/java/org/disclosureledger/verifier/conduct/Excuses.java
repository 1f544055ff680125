package org.disclosureledger.verifier.conduct;

import java.util.EnumSet;
import java.util.Set;
import org.disclosureledger.verifier.report.Rule;

/**
 * What an entry of an unknown type excuses. It may have approved, reopened, corrected or confirmed
 * anything, so behind it only those breaches of its stream are told that no event could undo: they
 * rest on the entry itself, on what its own append holds, or on an act that is known.
 */
final class Excuses {
  private static final Set<Rule> INEXCUSABLE =
      EnumSet.of(
          Rule.EVENT_STREAM,
          Rule.STREAM_BEGUN_AGAIN,
          Rule.DATA_UNREADABLE,
          Rule.VERSION_OUTDATED,
          Rule.TIME_AHEAD,
          Rule.RECEIVED_AHEAD,
          Rule.PERIOD_REVERSED,
          Rule.PERIOD_AHEAD,
          Rule.SYSTEM_NOT_A_PERSON,
          Rule.SYSTEM_ONLY,
          Rule.ROLE_NOT_ALLOWED,
          Rule.APPROVER_MISSING,
          Rule.SAME_PERSON,
          Rule.SECOND_BEFORE_FIRST,
          Rule.ACT_OPEN,
          Rule.ACT_LIST_MISSING,
          Rule.CORRECTION_LIST_MISSING,
          Rule.CORRECTION_EVENT,
          Rule.ERROR_EVENT,
          Rule.EXTENSION_WITHOUT_DEADLINE,
          Rule.DEADLINE_MISSING,
          Rule.CALL_BACK_WITHOUT_CONTACT,
          Rule.ITEM_REPEATED,
          Rule.LINK_REQUEST,
          Rule.OVERSIGHT_KIND,
          Rule.ACCESS_SUBJECT,
          Rule.GRANT_MISSING,
          Rule.GRANT_TERMS,
          Rule.PURPOSE_OF_ROLE,
          Rule.RETENTION_OVERLAP,
          Rule.ERASED_AGAIN,
          Rule.EVENT_AFTER_ERASURE,
          Rule.NOTICE_FORWARDED_AGAIN,
          Rule.DOCUMENT_REPEATED,
          Rule.RECONCILIATION_SUM,
          Rule.AGENCY_STREAM,
          Rule.AGENCY_SUCCESSOR);

  private Excuses() {}

  /** Whether it is a breach whatever stands in the stream before it. */
  static boolean isInexcusable(Rule rule) {
    return INEXCUSABLE.contains(rule);
  }
}
