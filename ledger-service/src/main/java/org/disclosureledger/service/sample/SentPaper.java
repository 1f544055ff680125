package org.disclosureledger.service.sample;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A document that an agency sent.
 *
 * @param date on the document, Asia/Ho_Chi_Minh
 * @param receivedAt when it reached the enterprise, UTC
 */
record SentPaper(String number, LocalDate date, Instant receivedAt) {}
