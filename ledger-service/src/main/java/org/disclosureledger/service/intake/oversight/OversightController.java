package org.disclosureledger.service.intake.oversight;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.intake.EntryAccepted;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.oversightregister.OversightPage;
import org.disclosureledger.service.viewing.Viewer;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * What is done alike with inspections, drills and voluntary reports. Each has a controller of its
 * own with the bodies that are its own, and paths of its own: one path with a variable would stand
 * beside those of the bodies in the API's description, where a path in full hides one with a
 * variable.
 */
public abstract class OversightController {
  public static final Set<String> LIST_PARAMETERS =
      Set.of("from", "to", "correctionOpen", "cursor", "limit");

  static final String LEDGER = "/api/v1/ledgers/{ledger}";
  static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private final OversightKind kind;
  private final OversightReading reading;
  final CommandAnswers commands;

  OversightController(OversightKind kind, OversightReading reading, CommandAnswers commands) {
    this.kind = kind;
    this.reading = reading;
    this.commands = commands;
  }

  @PostMapping(path = "/{id}/approve-correction", consumes = JSON)
  @Operation(
      operationId = "approve{Subject}Correction",
      summary = "Duyệt đính chính {vi} · Approve the correction of {one}")
  ResponseEntity<EntryAccepted> approveCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.ApproveCorrectionBody body) {
    return commands.ok(submission, body.toCommand(kind, id));
  }

  @PostMapping(path = "/{id}/return-correction", consumes = JSON)
  @Operation(
      operationId = "return{Subject}Correction",
      summary = "Trả lại đính chính {vi} · Send back the correction of {one}")
  ResponseEntity<EntryAccepted> returnCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.ReturnCorrectionBody body) {
    return commands.ok(submission, body.toCommand(kind, id));
  }

  @GetMapping
  @Operation(operationId = "list{Subject}s", summary = "Danh sách {vi} · {many}")
  OversightPage list(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    return reading.page(ledger, kind, request.getParameterMap());
  }

  @GetMapping("/{id}")
  @Operation(operationId = "get{Subject}", summary = "Xem {vi} · Read {one}")
  ResponseEntity<OversightDetails> one(
      @PathVariable String ledger, @PathVariable UUID id, @Parameter(hidden = true) Viewer viewer) {
    OversightDetails details = reading.one(ledger, kind, id, viewer);
    return ResponseEntity.ok().eTag("\"" + details.sequence() + "\"").body(details);
  }
}
