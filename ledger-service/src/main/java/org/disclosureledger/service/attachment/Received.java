package org.disclosureledger.service.attachment;

/**
 * A document that is stored, to be named by a {@code document.attached} event.
 *
 * @param mediaType as detected, e.g. {@code application/pdf}
 * @param size bytes of the document itself
 * @param digest SHA-256 of the document itself, lower-case hex
 * @param object SHA-256 of its ciphertext, lower-case hex
 */
public record Received(String mediaType, long size, String digest, String object) {}
