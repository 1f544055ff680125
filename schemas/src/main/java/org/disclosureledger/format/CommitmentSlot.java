package org.disclosureledger.format;

/**
 * A place in an entry's {@code data} that holds a salted commitment.
 *
 * @param pointer RFC 6901 pointer of the committed member, relative to {@code data}
 * @param digest base64url SHA-256 of the encoded disclosure that opens it
 */
public record CommitmentSlot(String pointer, String digest) {}
