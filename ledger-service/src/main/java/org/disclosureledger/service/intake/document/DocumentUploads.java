package org.disclosureledger.service.intake.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.disclosureledger.service.attachment.AttachmentIntake;
import org.disclosureledger.service.attachment.Received;
import org.disclosureledger.service.disclosure.DocumentPlace;
import org.disclosureledger.service.disclosure.LookupHmac;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.dispatch.Idempotency;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.request.command.AttachDocument;
import org.disclosureledger.service.request.content.CheckedSignature;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.DocumentAttached;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.story.AnswerViews;
import org.disclosureledger.service.story.DocumentStory;
import org.disclosureledger.service.wire.FailureTrace;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.QueryParameters;
import org.disclosureledger.service.wire.Submission;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stores a document, has its signatures checked, and records both; in constant memory. */
@Component
class DocumentUploads {
  private static final Logger log = LoggerFactory.getLogger(DocumentUploads.class);
  private static final String CMS = "application/pkcs7-";

  /** After these nobody knows whether an entry names the file. */
  private static final Set<RefusalRule> MAYBE_DONE =
      Set.of(AppendRefused.Rule.OUTCOME_UNKNOWN, AppendRefused.Rule.ANSWER_UNREADABLE);

  private final LedgerLookup ledgers;
  private final DocumentReading reading;
  private final AttachmentIntake attachments;
  private final DocumentSignatures signatures;
  private final CommandDispatcher dispatcher;
  private final LookupHmac hmac;

  DocumentUploads(
      LedgerLookup ledgers,
      DocumentReading reading,
      AttachmentIntake attachments,
      DocumentSignatures signatures,
      CommandDispatcher dispatcher,
      LookupHmac hmac) {
    this.ledgers = ledgers;
    this.reading = reading;
    this.attachments = attachments;
    this.signatures = signatures;
    this.dispatcher = dispatcher;
    this.hmac = hmac;
  }

  /** No check could be made; out through what takes no checked exception. */
  private static final class Unchecked extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final IOException failure;

    Unchecked(IOException failure) {
      super(null, failure, false, false);
      this.failure = failure;
    }
  }

  /** What was recorded, now or by the first of these repetitions. */
  record Recorded(Acknowledgement ack, AnswerViews.DocumentView document) {}

  /**
   * The object is stored before its entry, and goes again when no entry comes to name it. Where
   * that is not known it stays: what nobody names is swept later. A repetition of what was recorded
   * gets the first answer, whatever is refused or away by now.
   *
   * @param body read once, not closed
   * @throws CommandRefused by a rule of the request, of the attachment or of the append
   */
  Recorded attach(Submission submission, UUID request, SentDocument sent, InputStream body)
      throws IOException {
    LedgerDescription ledger = ledgers.find(submission.ledger());
    DocumentStory before = reading.of(ledger, request);
    DocumentPlace place =
        new DocumentPlace(
            ledger.id(), RequestStream.of(request), documentId(ledger, request, submission));
    if (before.attached(place.document()).isPresent()) {
      return repeated(ledger, request, submission, sent, body);
    }
    if (before.state().secrecy().aboveNormal()) {
      throw new CommandRefused(RequestRule.SECRECY_FORBIDS_CONTENT, "documents");
    }
    DocumentAttached signed = signed(before, sent.of());
    Received received = attachments.receive(place, body, sent.name());
    AtomicBoolean named = new AtomicBoolean();
    try {
      if (signed != null && !received.mediaType().startsWith(CMS)) {
        throw QueryParameters.refused("of", "goes with a p7s or p7m only");
      }
      Supplier<AttachDocument> checked =
          () -> {
            AttachDocument command = command(request, place, sent, received, signed);
            named.set(true);
            return command;
          };
      Acknowledgement ack = dispatch(submission, sent, received.digest(), checked);
      DocumentStory after = reading.of(ledger, request);
      AnswerViews.DocumentView document = after.attachedBy(ack.eventId()).orElseThrow();
      // A repetition may be answered with this very append, whose end was first unknown.
      named.set(names(after, document.document(), received.object()));
      return new Recorded(ack, document);
    } catch (CommandRefused refused) {
      named.set(named.get() && MAYBE_DONE.contains(refused.rule()));
      throw refused;
    } catch (Unchecked e) {
      throw e.failure;
    } finally {
      if (!named.get()) {
        discard(place, received);
      }
    }
  }

  /** Under this key a document is attached: of another one nothing is stored. */
  private Recorded repeated(
      LedgerDescription ledger,
      UUID request,
      Submission submission,
      SentDocument sent,
      InputStream body)
      throws IOException {
    Acknowledgement ack =
        dispatch(
            submission,
            sent,
            AttachmentIntake.digest(body),
            () -> {
              throw new AppendRefused(
                  AppendRefused.Rule.IDEMPOTENCY_KEY_REUSED,
                  "the document is attached already; its first answer is kept no longer");
            });
    return new Recorded(ack, reading.of(ledger, request).attachedBy(ack.eventId()).orElseThrow());
  }

  /**
   * @param command made, and its signatures checked, only if it was not done under this key
   */
  private Acknowledgement dispatch(
      Submission submission, SentDocument sent, String digest, Supplier<AttachDocument> command) {
    Idempotency given = submission.idempotency();
    return dispatcher.dispatchUnlessDone(
        submission.ledger(),
        command,
        submission.caller(),
        given == null ? null : given.with(sent.commandBytes(digest)),
        submission.expectedSequence());
  }

  private static @Nullable DocumentAttached signed(DocumentStory story, @Nullable UUID of) {
    return of == null
        ? null
        : story
            .attached(of)
            .orElseThrow(() -> QueryParameters.refused("of", "names no document of this request"));
  }

  private AttachDocument command(
      UUID request,
      DocumentPlace place,
      SentDocument sent,
      Received received,
      @Nullable DocumentAttached signed) {
    List<CheckedSignature> found;
    try {
      found = signatures.of(place, received, signed);
    } catch (IOException e) {
      throw new Unchecked(e);
    }
    return new AttachDocument(
        request,
        place.document(),
        sent.purpose(),
        received.mediaType(),
        received.object(),
        received.digest(),
        received.size(),
        sent.name(),
        sent.of(),
        found,
        null);
  }

  private static boolean names(DocumentStory story, UUID document, String object) {
    return story.attached(document).filter(event -> event.object().equals(object)).isPresent();
  }

  private void discard(DocumentPlace place, Received received) {
    try {
      attachments.discard(place, received.object());
    } catch (IOException e) {
      log.warn(
          "document {} is not recorded, and stays until the sweep",
          place.document(),
          new FailureTrace(e));
    }
  }

  /** The same for each repetition under one key, and nobody else's (UUID version 8, RFC 9562). */
  private UUID documentId(LedgerDescription ledger, UUID request, Submission submission) {
    Idempotency given = submission.idempotency();
    if (given == null) {
      return UUID.randomUUID();
    }
    ByteBuffer bits =
        ByteBuffer.wrap(
            hmac.of(
                "document-id",
                ledger.id().toString().getBytes(StandardCharsets.US_ASCII),
                request.toString().getBytes(StandardCharsets.US_ASCII),
                given.client().getBytes(StandardCharsets.UTF_8),
                given.key().getBytes(StandardCharsets.US_ASCII)));
    long high = (bits.getLong() & ~0xF000L) | 0x8000L;
    long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
