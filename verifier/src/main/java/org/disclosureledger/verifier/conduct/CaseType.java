package org.disclosureledger.verifier.conduct;

/** What kind of case a request belongs to. */
enum CaseType {
  NATIONAL_SECURITY,
  CYBERSECURITY,
  CRIMINAL,
  CIVIL,
  ADMINISTRATIVE,
  MISSING_PERSON,
  INSPECTION,
  STATE_MANAGEMENT,
  OTHER
}
