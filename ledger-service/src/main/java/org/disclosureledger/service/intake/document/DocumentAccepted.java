package org.disclosureledger.service.intake.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.intake.AcceptedBody;
import org.disclosureledger.service.story.AnswerViews;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Answer to a document that was kept and recorded: the members of {@link AcceptedBody}, and what
 * the entries say of the document.
 *
 * @param eventId of the entry {@code document.attached}
 * @param entryCount that entry and one for each signature
 * @param document its id
 * @param mediaType as detected
 * @param size in bytes
 * @param digest SHA-256 of the document, 64 hexadecimal digits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentAccepted(
    UUID requestId,
    UUID eventId,
    long firstLeafIndex,
    int entryCount,
    long sequence,
    String receipt,
    UUID document,
    String mediaType,
    @Nullable Long size,
    @Nullable String digest,
    List<SignatureWords> signatures) {

  /**
   * What the check of one signature found, in words.
   *
   * @param signs the document that it signs; absent: this one
   * @param signedAt UTC, as the signature claims
   * @param signer subject of the certificate; absent where none was read
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SignatureWords(
      @Nullable UUID signs,
      SignatureFormat format,
      SignatureOutcome outcome,
      String outcomeVi,
      String outcomeEn,
      SignatureChain chain,
      String chainVi,
      String chainEn,
      @Nullable String signer,
      @Nullable Instant signedAt,
      boolean timestamped) {
    static SignatureWords of(AnswerViews.SignatureView signature) {
      return new SignatureWords(
          signature.signs(),
          signature.format(),
          signature.outcome(),
          signature.outcome().vi(),
          signature.outcome().en(),
          signature.chain(),
          signature.chain().vi(),
          signature.chain().en(),
          signature.signer(),
          signature.signedAt(),
          signature.timestamped());
    }
  }

  static DocumentAccepted of(Acknowledgement ack, AnswerViews.DocumentView document) {
    AcceptedBody accepted = AcceptedBody.of(ack);
    return new DocumentAccepted(
        accepted.requestId(),
        accepted.eventId(),
        accepted.firstLeafIndex(),
        accepted.entryCount(),
        accepted.sequence(),
        accepted.receipt(),
        document.document(),
        document.mediaType(),
        document.size(),
        document.digest(),
        document.signatures().stream().map(SignatureWords::of).toList());
  }
}
