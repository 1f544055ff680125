package org.disclosureledger.service.request.event;

import java.util.UUID;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.vocabulary.DocumentPurpose;

/**
 * {@code document.attached}: a document was received and kept, encrypted, beside the ledger.
 *
 * @param document random id of the document
 * @param purpose what it is for
 * @param mediaType what it is, as detected
 * @param object sHA-256 of its ciphertext, hexadecimal
 * @param digest sHA-256 of the document, hexadecimal, committed
 * @param size its size in bytes, committed
 * @param name name of the file, committed
 */
public record DocumentAttached(
    UUID document,
    DocumentPurpose purpose,
    String mediaType,
    String object,
    Committed<String> digest,
    Committed<Long> size,
    Committed<String> name)
    implements RequestEvent {}
