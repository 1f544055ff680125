package org.disclosureledger.service.intake.oversight;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.intake.EntryAccepted;
import org.disclosureledger.service.intake.Subject;
import org.disclosureledger.service.oversight.command.RecordDrill;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.wire.RequestIds;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drills. */
@RestController
@RequestMapping(path = OversightController.LEDGER + "/drills", produces = OversightController.JSON)
@Subject(id = "Drill", vi = "diễn tập", one = "a drill", many = "Drills")
class DrillController extends OversightController {
  private final RequestIds ids;

  DrillController(OversightReading reading, CommandAnswers commands, RequestIds ids) {
    super(OversightKind.DRILL, reading, commands);
    this.ids = ids;
  }

  @PostMapping(consumes = JSON)
  @Operation(operationId = "recordDrill", summary = "Ghi diễn tập · Record a drill")
  ResponseEntity<EntryAccepted> record(
      @Parameter(hidden = true) Submission submission,
      @RequestBody OversightBodies.DrillBody body) {
    return commands.created(submission, new RecordDrill(ids.next(), body.toContent()));
  }

  @PostMapping(path = "/{id}/prepare-correction", consumes = JSON)
  @Operation(
      operationId = "prepareDrillCorrection",
      summary = "Trình đính chính diễn tập · Prepare to correct a drill")
  ResponseEntity<EntryAccepted> prepareCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.CorrectDrillBody body) {
    return commands.ok(submission, body.toCommand(id));
  }
}
