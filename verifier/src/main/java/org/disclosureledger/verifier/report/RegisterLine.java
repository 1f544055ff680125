package org.disclosureledger.verifier.report;

import java.time.Instant;

/**
 * One request of a derived register.
 *
 * @param number such as {@code 12/2026}
 * @param request its id; of a recording in a foreign stream that stream's name
 */
public record RegisterLine(String number, long leafIndex, String request, Instant recordedTime) {}
