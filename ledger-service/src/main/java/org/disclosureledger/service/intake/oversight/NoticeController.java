package org.disclosureledger.service.intake.oversight;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.intake.EntryAccepted;
import org.disclosureledger.service.intake.Subject;
import org.disclosureledger.service.oversight.command.RecordNotice;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.wire.RequestIds;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Voluntary reports. */
@RestController
@RequestMapping(path = OversightController.LEDGER + "/notices", produces = OversightController.JSON)
@Subject(id = "Notice", vi = "tin báo", one = "a voluntary report", many = "Voluntary reports")
class NoticeController extends OversightController {
  private final RequestIds ids;

  NoticeController(OversightReading reading, CommandAnswers commands, RequestIds ids) {
    super(OversightKind.NOTICE, reading, commands);
    this.ids = ids;
  }

  @PostMapping(consumes = JSON)
  @Operation(operationId = "recordNotice", summary = "Ghi tin báo · Record a voluntary report")
  ResponseEntity<EntryAccepted> record(
      @Parameter(hidden = true) Submission submission,
      @RequestBody OversightBodies.NoticeBody body) {
    return commands.created(submission, new RecordNotice(ids.next(), body.toContent()));
  }

  @PostMapping(path = "/{id}/prepare-correction", consumes = JSON)
  @Operation(
      operationId = "prepareNoticeCorrection",
      summary = "Trình đính chính tin báo · Prepare to correct a voluntary report")
  ResponseEntity<EntryAccepted> prepareCorrection(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.CorrectNoticeBody body) {
    return commands.ok(submission, body.toCommand(id));
  }

  @PostMapping(path = "/{id}/forward", consumes = JSON)
  @Operation(operationId = "forwardNotice", summary = "Chuyển tin báo · Forward a report")
  ResponseEntity<EntryAccepted> forward(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody OversightBodies.ForwardBody body) {
    return commands.ok(submission, body.toCommand(id));
  }
}
