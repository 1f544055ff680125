package org.disclosureledger.verifier.conduct;

/**
 * Where an entry stands, kept for findings that only later leaves give reason for.
 *
 * @param leaf index
 * @param file its bundle
 * @param offset of its first byte in that file
 */
public record Place(long leaf, String file, long offset) {}
