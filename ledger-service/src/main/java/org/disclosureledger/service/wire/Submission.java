package org.disclosureledger.service.wire;

import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.dispatch.Idempotency;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a command's body: the ledger, the caller, the headers.
 *
 * @param idempotency {@code null} without {@code Idempotency-Key}: each call is new
 * @param expectedSequence from {@code If-Match}, or {@code null} without one
 */
public record Submission(
    String ledger,
    Caller caller,
    @Nullable Idempotency idempotency,
    @Nullable Long expectedSequence) {}
