package org.disclosureledger.service.sample;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.request.command.RequestCommand;

/**
 * One command at one moment of the simulated clock.
 *
 * @param at what the ledger's clock shows, UTC, milliseconds
 * @param role LEGAL or APPROVER, one person each
 * @param command the command, once the ids it refers to are known
 */
public record SampleStep(
    Instant at, ActorRole role, UUID requestId, Function<SampleMemory, RequestCommand> command) {}
