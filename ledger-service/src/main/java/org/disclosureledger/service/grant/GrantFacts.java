package org.disclosureledger.service.grant;

/**
 * What is decided on, besides the grants there are.
 *
 * @param lastSequence of the request's stream; negative when it has no entry
 * @param erased whether the vault has lost it
 * @param aboveNormal whether its secrecy is above Thường: no words about it are recorded
 */
public record GrantFacts(long lastSequence, boolean erased, boolean aboveNormal) {}
