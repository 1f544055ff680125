package org.disclosureledger.service.intake;

import org.jspecify.annotations.Nullable;

/**
 * What stands around a command's body: the ledger, the caller, the headers.
 *
 * @param expectedSequence from {@code If-Match}, or {@code null} without one
 */
record Submission(
    String ledger, Caller caller, Idempotency idempotency, @Nullable Long expectedSequence) {}
