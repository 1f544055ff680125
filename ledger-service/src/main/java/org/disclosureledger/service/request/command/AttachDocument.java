package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.CheckedSignature;
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
 * @param signs document of the request that the signatures sign, if they are detached ones; absent:
 *     the document itself
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
    @Nullable UUID signs,
    List<CheckedSignature> signatures,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public AttachDocument {
    requestId = Form.required("requestId", requestId);
    document = Form.required("document", document);
    purpose = Form.required("purpose", purpose);
    mediaType = Form.mediaType("mediaType", mediaType);
    object = Form.digest("object", object);
    digest = Form.digest("digest", digest);
    size = Form.count("size", 0, size);
    name = Form.text("name", name);
    signatures = Form.list("signatures", signatures);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "AttachDocument[" + requestId + "]";
  }
}
