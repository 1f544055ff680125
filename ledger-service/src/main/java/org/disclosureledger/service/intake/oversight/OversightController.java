package org.disclosureledger.service.intake.oversight;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.access.SignedInUser;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.intake.EntryAccepted;
import org.disclosureledger.service.oversight.command.RecordDrill;
import org.disclosureledger.service.oversight.command.RecordInspection;
import org.disclosureledger.service.oversight.command.RecordNotice;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.oversightregister.OversightFilter;
import org.disclosureledger.service.oversightregister.OversightPage;
import org.disclosureledger.service.oversightregister.OversightQuery;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.QueryParameters;
import org.disclosureledger.service.wire.RequestIds;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Inspections, drills, voluntary reports. */
@RestController
@RequestMapping(path = "/api/v1/ledgers/{ledger}", produces = MediaType.APPLICATION_JSON_VALUE)
public class OversightController {
  public static final Set<String> LIST_PARAMETERS =
      Set.of("from", "to", "correctionOpen", "cursor", "limit");

  private static final int DEFAULT_LIMIT = 50;
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private final CommandAnswers commands;
  private final RequestIds ids;
  private final LedgerLookup ledgers;
  private final OversightQuery oversight;
  private final OversightReading reading;

  OversightController(
      CommandAnswers commands,
      RequestIds ids,
      LedgerLookup ledgers,
      OversightQuery oversight,
      OversightReading reading) {
    this.commands = commands;
    this.ids = ids;
    this.ledgers = ledgers;
    this.oversight = oversight;
    this.reading = reading;
  }

  @PostMapping(path = "/inspections", consumes = JSON)
  @Operation(operationId = "recordInspection", summary = "Ghi thanh tra · Record an inspection")
  ResponseEntity<EntryAccepted> recordInspection(
      @Parameter(hidden = true) Submission submission,
      @RequestBody OversightBodies.InspectionBody body) {
    return created(submission, new RecordInspection(ids.next(), body.toContent()));
  }

  @PostMapping(path = "/inspections/{id}/prepare-correction", consumes = JSON)
  @Operation(
      operationId = "prepareInspectionCorrection",
      summary = "Trình đính chính thanh tra · Prepare to correct an inspection")
  ResponseEntity<EntryAccepted> prepareInspectionCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.CorrectInspectionBody body) {
    return commands.ok(submission, body.toCommand(id));
  }

  @PostMapping(path = "/inspections/{id}/approve-correction", consumes = JSON)
  @Operation(
      operationId = "approveInspectionCorrection",
      summary = "Duyệt đính chính thanh tra · Approve the correction of an inspection")
  ResponseEntity<EntryAccepted> approveInspectionCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.ApproveCorrectionBody body) {
    return commands.ok(submission, body.toCommand(OversightKind.INSPECTION, id));
  }

  @PostMapping(path = "/inspections/{id}/return-correction", consumes = JSON)
  @Operation(
      operationId = "returnInspectionCorrection",
      summary = "Trả lại đính chính thanh tra · Send back the correction of an inspection")
  ResponseEntity<EntryAccepted> returnInspectionCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.ReturnCorrectionBody body) {
    return commands.ok(submission, body.toCommand(OversightKind.INSPECTION, id));
  }

  @GetMapping("/inspections")
  @Operation(operationId = "listInspections", summary = "Các cuộc thanh tra · Inspections")
  OversightPage inspections(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    return page(ledger, OversightKind.INSPECTION, request);
  }

  @GetMapping("/inspections/{id}")
  @Operation(operationId = "getInspection", summary = "Một cuộc thanh tra · One inspection")
  ResponseEntity<OversightDetails> inspection(
      @PathVariable String ledger,
      @PathVariable UUID id,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedInUser user) {
    return one(ledger, OversightKind.INSPECTION, id, user);
  }

  @PostMapping(path = "/drills", consumes = JSON)
  @Operation(operationId = "recordDrill", summary = "Ghi diễn tập · Record a drill")
  ResponseEntity<EntryAccepted> recordDrill(
      @Parameter(hidden = true) Submission submission,
      @RequestBody OversightBodies.DrillBody body) {
    return created(submission, new RecordDrill(ids.next(), body.toContent()));
  }

  @PostMapping(path = "/drills/{id}/prepare-correction", consumes = JSON)
  @Operation(
      operationId = "prepareDrillCorrection",
      summary = "Trình đính chính diễn tập · Prepare to correct a drill")
  ResponseEntity<EntryAccepted> prepareDrillCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.CorrectDrillBody body) {
    return commands.ok(submission, body.toCommand(id));
  }

  @PostMapping(path = "/drills/{id}/approve-correction", consumes = JSON)
  @Operation(
      operationId = "approveDrillCorrection",
      summary = "Duyệt đính chính diễn tập · Approve the correction of a drill")
  ResponseEntity<EntryAccepted> approveDrillCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.ApproveCorrectionBody body) {
    return commands.ok(submission, body.toCommand(OversightKind.DRILL, id));
  }

  @PostMapping(path = "/drills/{id}/return-correction", consumes = JSON)
  @Operation(
      operationId = "returnDrillCorrection",
      summary = "Trả lại đính chính diễn tập · Send back the correction of a drill")
  ResponseEntity<EntryAccepted> returnDrillCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.ReturnCorrectionBody body) {
    return commands.ok(submission, body.toCommand(OversightKind.DRILL, id));
  }

  @GetMapping("/drills")
  @Operation(operationId = "listDrills", summary = "Các cuộc diễn tập · Drills")
  OversightPage drills(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    return page(ledger, OversightKind.DRILL, request);
  }

  @GetMapping("/drills/{id}")
  @Operation(operationId = "getDrill", summary = "Một cuộc diễn tập · One drill")
  ResponseEntity<OversightDetails> drill(
      @PathVariable String ledger,
      @PathVariable UUID id,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedInUser user) {
    return one(ledger, OversightKind.DRILL, id, user);
  }

  @PostMapping(path = "/notices", consumes = JSON)
  @Operation(operationId = "recordNotice", summary = "Ghi tin báo · Record a voluntary report")
  ResponseEntity<EntryAccepted> recordNotice(
      @Parameter(hidden = true) Submission submission,
      @RequestBody OversightBodies.NoticeBody body) {
    return created(submission, new RecordNotice(ids.next(), body.toContent()));
  }

  @PostMapping(path = "/notices/{id}/prepare-correction", consumes = JSON)
  @Operation(
      operationId = "prepareNoticeCorrection",
      summary = "Trình đính chính tin báo · Prepare to correct a voluntary report")
  ResponseEntity<EntryAccepted> prepareNoticeCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.CorrectNoticeBody body) {
    return commands.ok(submission, body.toCommand(id));
  }

  @PostMapping(path = "/notices/{id}/approve-correction", consumes = JSON)
  @Operation(
      operationId = "approveNoticeCorrection",
      summary = "Duyệt đính chính tin báo · Approve the correction of a voluntary report")
  ResponseEntity<EntryAccepted> approveNoticeCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.ApproveCorrectionBody body) {
    return commands.ok(submission, body.toCommand(OversightKind.NOTICE, id));
  }

  @PostMapping(path = "/notices/{id}/return-correction", consumes = JSON)
  @Operation(
      operationId = "returnNoticeCorrection",
      summary = "Trả lại đính chính tin báo · Send back the correction of a voluntary report")
  ResponseEntity<EntryAccepted> returnNoticeCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.ReturnCorrectionBody body) {
    return commands.ok(submission, body.toCommand(OversightKind.NOTICE, id));
  }

  @PostMapping(path = "/notices/{id}/forward", consumes = JSON)
  @Operation(operationId = "forwardNotice", summary = "Chuyển tin báo · Forward a report")
  ResponseEntity<EntryAccepted> forwardNotice(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.ForwardBody body) {
    return commands.ok(submission, body.toCommand(id));
  }

  @GetMapping("/notices")
  @Operation(operationId = "listNotices", summary = "Các tin báo · Voluntary reports")
  OversightPage notices(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    return page(ledger, OversightKind.NOTICE, request);
  }

  @GetMapping("/notices/{id}")
  @Operation(operationId = "getNotice", summary = "Một tin báo · One voluntary report")
  ResponseEntity<OversightDetails> notice(
      @PathVariable String ledger,
      @PathVariable UUID id,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedInUser user) {
    return one(ledger, OversightKind.NOTICE, id, user);
  }

  private ResponseEntity<EntryAccepted> created(Submission submission, LedgerCommand command) {
    return commands.created(submission, command);
  }

  private OversightPage page(String ledger, OversightKind kind, HttpServletRequest request) {
    QueryParameters query = new QueryParameters(request.getParameterMap(), LIST_PARAMETERS);
    OversightFilter filter =
        new OversightFilter(query.day("from"), query.day("to"), query.flag("correctionOpen"));
    int limit = query.count("limit", DEFAULT_LIMIT, 1, OversightQuery.MAX_LIMIT);
    return oversight
        .page(ledgers.find(ledger), kind, filter, query.text("cursor"), limit)
        .orElseThrow(() -> new InputRefused(ProblemType.INVALID_CURSOR, "take it from nextCursor"));
  }

  private ResponseEntity<OversightDetails> one(
      String ledger, OversightKind kind, UUID id, SignedInUser user) {
    OversightDetails details = reading.one(ledgers.find(ledger), kind, id, user.role());
    return ResponseEntity.ok().eTag("\"" + details.sequence() + "\"").body(details);
  }
}
