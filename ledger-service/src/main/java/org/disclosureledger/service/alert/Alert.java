package org.disclosureledger.service.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alert. No personal data, and nothing of another enterprise but the agency's code.
 *
 * @param id in the order of raising
 * @param subject the request's id, the report's name, the id of the entry that imported the
 *     calendar, a recipient by its setting, or an id of no further meaning
 * @param registerNumber of the request
 * @param agency code that a forged request claimed
 * @param due what is due then, UTC
 * @param raisedAt by the ledger's clock, UTC
 * @param mailedAt UTC, to one recipient at least; absent while it is not
 * @param mailRefusedAt when the mail server had refused it to every recipient, UTC
 * @param seenAt when somebody marked it as seen, UTC
 * @param seenBy that somebody's actor id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Alert(
    long id,
    AlertKind kind,
    String subject,
    @Nullable String registerNumber,
    @Nullable String agency,
    @Nullable Instant due,
    Instant raisedAt,
    @Nullable Instant mailedAt,
    @Nullable Instant mailRefusedAt,
    @Nullable Instant seenAt,
    @Nullable String seenBy) {}
