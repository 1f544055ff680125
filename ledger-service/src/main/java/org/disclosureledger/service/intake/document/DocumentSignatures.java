package org.disclosureledger.service.intake.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.disclosureledger.service.attachment.AttachmentIntake;
import org.disclosureledger.service.attachment.DocumentLost;
import org.disclosureledger.service.attachment.Received;
import org.disclosureledger.service.disclosure.DocumentAltered;
import org.disclosureledger.service.disclosure.DocumentPlace;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.request.content.CheckedSignature;
import org.disclosureledger.service.request.event.DocumentAttached;
import org.disclosureledger.service.signature.ChecksUnavailable;
import org.disclosureledger.service.signature.SignatureChecks;
import org.disclosureledger.service.signature.SignatureFinding;
import org.disclosureledger.service.signature.SignatureReading;
import org.disclosureledger.service.signature.SignatureReport;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.disclosureledger.service.wire.FailureTrace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the signatures of a stored document checked. What goes wrong over a document is told as a
 * signature of which nothing is known, never as a document without signatures; what goes wrong
 * whatever the document (no check can be made, the store is away) is no finding at all.
 */
@Component
class DocumentSignatures {
  private static final Logger log = LoggerFactory.getLogger(DocumentSignatures.class);

  private final AttachmentIntake attachments;
  private final SignatureChecks checks;

  DocumentSignatures(AttachmentIntake attachments, SignatureChecks checks) {
    this.attachments = attachments;
    this.checks = checks;
  }

  /**
   * @param signed the document that a detached signature signs
   * @throws ChecksUnavailable when no check can be made now
   * @throws IOException when the document, or what it signs, cannot be read back. Either way it is
   *     not kept
   */
  List<CheckedSignature> of(
      DocumentPlace place, Received received, @Nullable DocumentAttached signed)
      throws IOException {
    SignatureFormat format = SignatureChecks.formatOf(received.mediaType()).orElse(null);
    if (format == null) {
      return List.of();
    }
    try (InputStream clear = attachments.open(place, received.object())) {
      return found(clear, place, received.mediaType(), format, signed);
    }
  }

  private List<CheckedSignature> found(
      InputStream clear,
      DocumentPlace place,
      String mediaType,
      SignatureFormat format,
      @Nullable DocumentAttached signed)
      throws IOException {
    SignatureReport report;
    try {
      report = checked(clear, place, mediaType, signed);
    } catch (CommandRefused | DocumentAltered | DocumentLost e) {
      throw e; // of the document that it signs
    } catch (RuntimeException e) {
      // The trace's types and places only: a message may quote the document.
      log.error(
          "the signatures of document {} are not checked", place.document(), new FailureTrace(e));
      return List.of(unknown(format));
    }
    if (report.reading() != SignatureReading.COMPLETE) {
      log.warn("document {}: {}", place.document(), report.reading().en());
    }
    return report.signatures().isEmpty() && report.reading() != SignatureReading.COMPLETE
        ? List.of(unknown(format))
        : report.signatures().stream().map(DocumentSignatures::recorded).toList();
  }

  private SignatureReport checked(
      InputStream clear, DocumentPlace place, String mediaType, @Nullable DocumentAttached signed)
      throws IOException {
    if (signed == null) {
      return checks.check(clear, mediaType, null);
    }
    DocumentPlace beside = new DocumentPlace(place.ledger(), place.stream(), signed.document());
    try (InputStream content = attachments.open(beside, signed.object())) {
      return checks.check(clear, mediaType, content);
    }
  }

  private static CheckedSignature unknown(SignatureFormat format) {
    return new CheckedSignature(
        format,
        SignatureOutcome.INDETERMINATE,
        SignatureChain.NOT_CHECKED,
        null,
        false,
        null,
        null);
  }

  private static CheckedSignature recorded(SignatureFinding found) {
    return new CheckedSignature(
        found.format(),
        found.outcome(),
        found.chain(),
        found.signedAt(),
        found.timestamped(),
        found.signer(),
        found.certificate().isEmpty() ? null : found.certificate());
  }
}
