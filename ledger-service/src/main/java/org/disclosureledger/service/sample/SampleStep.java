package org.disclosureledger.service.sample;

import java.time.Instant;
import java.util.function.Function;
import org.disclosureledger.service.envelope.LedgerCommand;

/**
 * One command at one moment of the simulated clock.
 *
 * @param at what the ledger's clock shows, UTC, milliseconds
 * @param mark by which later steps refer to this one
 * @param command the command, once the ids it refers to are known
 */
public record SampleStep(
    Instant at, SamplePerson person, Mark mark, Function<SampleMemory, LedgerCommand> command) {}
