package org.disclosureledger.service.request.event;

import java.time.Instant;
import org.disclosureledger.service.envelope.Committed;

/**
 * The agent (đại lý) whom a request reached first.
 *
 * @param name who that is, committed
 * @param reachedAt when it reached the agent, as claimed, UTC
 */
public record ForwardingAgent(Committed<String> name, Instant reachedAt) {}
