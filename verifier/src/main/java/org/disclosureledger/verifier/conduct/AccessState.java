package org.disclosureledger.verifier.conduct;

/** Who has looked at the personal data of one request or reconciliation: no more than that. */
final class AccessState extends StreamState {}
