package org.disclosureledger.verifier.conduct;

/** What of a record was opened, which also says what kind of record it is. */
enum ViewedPart {
  DETAIL(ViewedKind.CASE),
  DOCUMENT(ViewedKind.CASE),
  EVENTS(ViewedKind.CASE),
  REPEATS(ViewedKind.CASE),
  DIFFERENCES(ViewedKind.CASE),
  CONTACTS(ViewedKind.AGENCY),
  OFFICERS(ViewedKind.AGENCY),
  INSPECTION(ViewedKind.INSPECTION),
  DRILL(ViewedKind.DRILL),
  NOTICE(ViewedKind.NOTICE),
  REPORT(ViewedKind.REPORT);

  private final ViewedKind kind;

  ViewedPart(ViewedKind kind) {
    this.kind = kind;
  }

  ViewedKind kind() {
    return kind;
  }
}
