package org.disclosureledger.service.intake.oversight;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.intake.EntryAccepted;
import org.disclosureledger.service.intake.Subject;
import org.disclosureledger.service.oversight.command.RecordInspection;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.wire.RequestIds;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Inspections. */
@RestController
@RequestMapping(
    path = OversightController.LEDGER + "/inspections",
    produces = OversightController.JSON)
@Subject(id = "Inspection", vi = "thanh tra", one = "an inspection", many = "Inspections")
class InspectionController extends OversightController {
  private final RequestIds ids;

  InspectionController(OversightReading reading, CommandAnswers commands, RequestIds ids) {
    super(OversightKind.INSPECTION, reading, commands);
    this.ids = ids;
  }

  @PostMapping(consumes = JSON)
  @Operation(operationId = "recordInspection", summary = "Ghi thanh tra · Record an inspection")
  ResponseEntity<EntryAccepted> record(
      @Parameter(hidden = true) Submission submission,
      @RequestBody OversightBodies.InspectionBody body) {
    return commands.created(submission, new RecordInspection(ids.next(), body.toContent()));
  }

  @PostMapping(path = "/{id}/prepare-correction", consumes = JSON)
  @Operation(
      operationId = "prepareInspectionCorrection",
      summary = "Trình đính chính thanh tra · Prepare to correct an inspection")
  ResponseEntity<EntryAccepted> prepareCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.CorrectInspectionBody body) {
    return commands.ok(submission, body.toCommand(id));
  }
}
