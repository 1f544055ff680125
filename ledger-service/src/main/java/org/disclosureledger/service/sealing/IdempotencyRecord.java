package org.disclosureledger.service.sealing;

/**
 * Binds a client's key to its command.
 *
 * @param client actor id
 * @param keyHmac 32 bytes
 * @param commandHmac 32 bytes over what a repetition must repeat
 */
public record IdempotencyRecord(String client, byte[] keyHmac, byte[] commandHmac) {}
