package org.disclosureledger.service.request;

/** What the last check of a request's authority found. */
public enum Authority {
  UNVERIFIED,
  VERIFIED,
  REFUTED
}
