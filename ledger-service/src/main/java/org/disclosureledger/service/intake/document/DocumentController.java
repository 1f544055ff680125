package org.disclosureledger.service.intake.document;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.attachment.AttachmentIntake;
import org.disclosureledger.service.disclosure.DocumentPlace;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.request.event.DocumentAttached;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.story.AnswerViews;
import org.disclosureledger.service.story.DocumentStory;
import org.disclosureledger.service.viewing.Viewer;
import org.disclosureledger.service.viewing.Views;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.disclosureledger.service.wire.BodyLimitFilter;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.QueryParameters;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A request's documents, streamed in and out: the body is the file itself. */
@RestController
@RequestMapping(DocumentController.PATH)
public class DocumentController {
  static final String PATH = BodyLimitFilter.DOCUMENTS;
  public static final Set<String> PARAMETERS = Set.of("purpose", "of");
  public static final Set<String> REQUIRED = Set.of("purpose");

  private final LedgerLookup ledgers;
  private final DocumentUploads uploads;
  private final AttachmentIntake attachments;
  private final DocumentReading reading;
  private final Views views;

  DocumentController(
      LedgerLookup ledgers,
      DocumentUploads uploads,
      AttachmentIntake attachments,
      DocumentReading reading,
      Views views) {
    this.ledgers = ledgers;
    this.uploads = uploads;
    this.attachments = attachments;
    this.reading = reading;
    this.views = views;
  }

  /**
   * The file's name comes as browsers send it, {@code Content-Disposition: attachment;
   * filename*=UTF-8''…} (RFC 6266, RFC 8187): a name may be a person's, and access logs keep URLs.
   */
  @PostMapping(
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "attachDocument",
      summary = "Đính kèm văn bản · Attach a document",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                      schema = @Schema(type = "string", format = "binary"))))
  ResponseEntity<DocumentAccepted> attachDocument(
      Submission submission,
      @PathVariable UUID id,
      @Parameter(hidden = true) HttpServletRequest request)
      throws IOException {
    if (request.getContentType() == null) {
      // Spring would take it for octet-stream; any site may make a browser send such a body.
      throw new InputRefused(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "send " + MediaType.APPLICATION_OCTET_STREAM_VALUE);
    }
    SentDocument sent =
        SentDocument.of(
            new QueryParameters(request.getParameterMap(), PARAMETERS),
            Collections.list(request.getHeaders(HttpHeaders.CONTENT_DISPOSITION)));
    DocumentUploads.Recorded recorded =
        uploads.attach(submission, id, sent, request.getInputStream());
    return CommandAnswers.begun(
        recorded.ack(),
        "requests/" + id + "/documents/" + recorded.document().document(),
        DocumentAccepted.of(recorded.ack(), recorded.document()));
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listDocuments", summary = "Các văn bản · Documents of a request")
  List<AnswerViews.DocumentView> listDocuments(
      @PathVariable String ledger, @PathVariable UUID id, @Parameter(hidden = true) Viewer viewer) {
    LedgerDescription found = ledgers.find(ledger);
    return views.open(
        found,
        viewer,
        new Views.Opened(ViewedPart.DOCUMENT, id),
        () -> reading.of(found, id).views(),
        documents -> !documents.isEmpty());
  }

  /** Every byte is checked before the first goes out, so that a refusal is still an answer. */
  @GetMapping("/{documentId}")
  @Operation(operationId = "getDocument", summary = "Tải văn bản · Download a document")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  void getDocument(
      @PathVariable String ledger,
      @PathVariable UUID id,
      @PathVariable UUID documentId,
      @Parameter(hidden = true) Viewer viewer,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    LedgerDescription found = ledgers.find(ledger);
    views.require(found, viewer, id);
    DocumentStory story = reading.of(found, id);
    DocumentAttached attached = story.attached(documentId).orElseThrow(DocumentController::unknown);
    AnswerViews.DocumentView view = story.view(documentId).orElseThrow(DocumentController::unknown);
    DocumentPlace place = new DocumentPlace(found.id(), RequestStream.of(id), documentId);
    try (InputStream clear = attachments.open(place, attached.object())) {
      views.open(found, viewer, new Views.Opened(ViewedPart.DOCUMENT, id, documentId), () -> clear);
      headers(response, view);
      clear.transferTo(response.getOutputStream());
    }
  }

  private static InputRefused unknown() {
    return new InputRefused(ProblemType.DOCUMENT_NOT_FOUND, "no document of this id");
  }

  /** Nobody's browser runs what somebody sent. */
  private static void headers(HttpServletResponse response, AnswerViews.DocumentView document) {
    String name = document.name();
    Long size = document.size();
    response.setContentType(document.mediaType());
    if (size != null) {
      response.setContentLengthLong(size);
    }
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(name == null ? document.document().toString() : name, StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
