package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.content.CheckedSignature;
import org.disclosureledger.service.request.content.Given;
import org.disclosureledger.service.vocabulary.DocumentPurpose;
import org.jspecify.annotations.Nullable;

/**
 * Records a document that is already kept, encrypted, beside the ledger, and what its signatures
 * say.
 *
 * @param document random id of the document
 * @param mediaType as detected
 * @param object SHA-256 of its ciphertext, 64 hexadecimal digits
 * @param digest SHA-256 of the document, 64 hexadecimal digits
 * @param size in bytes
 * @param name name of the file
 * @param signatures what was found on it; at most 10
 * @param happenedAt when it happened, UTC; absent for now
 */
public record AttachDocument(
    UUID requestId,
    UUID document,
    DocumentPurpose purpose,
    String mediaType,
    String object,
    String digest,
    long size,
    @Nullable String name,
    List<CheckedSignature> signatures,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public AttachDocument {
    requestId = Given.required("requestId", requestId);
    document = Given.required("document", document);
    purpose = Given.required("purpose", purpose);
    mediaType = Given.mediaType("mediaType", mediaType);
    object = Given.digest("object", object);
    digest = Given.digest("digest", digest);
    size = Given.count("size", 0, size);
    name = Given.text("name", name);
    signatures = Given.list("signatures", signatures);
    happenedAt = Given.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "AttachDocument[" + requestId + "]";
  }
}
