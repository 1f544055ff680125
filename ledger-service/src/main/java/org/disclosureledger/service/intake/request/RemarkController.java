package org.disclosureledger.service.intake.request;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.disclosureledger.service.intake.AcceptedBody;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What is said about a request without changing where it stands. */
@RequestCommands
class RemarkController {
  private final CommandAnswers answers;

  RemarkController(CommandAnswers answers) {
    this.answers = answers;
  }

  @PostMapping("/{id}/report-obstacle")
  @Operation(operationId = "reportObstacle", summary = "Báo vướng mắc · Report an obstacle")
  ResponseEntity<AcceptedBody> reportObstacle(
      Submission submission,
      @PathVariable UUID id,
      @RequestBody RemarkBodies.ReportObstacleBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/link")
  @Operation(operationId = "linkRequest", summary = "Liên kết yêu cầu · Link requests")
  ResponseEntity<AcceptedBody> linkRequest(
      Submission submission, @PathVariable UUID id, @RequestBody RemarkBodies.LinkBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/record-error")
  @Operation(operationId = "recordError", summary = "Ghi nhận sai sót · Record an error")
  ResponseEntity<AcceptedBody> recordError(
      Submission submission,
      @PathVariable UUID id,
      @RequestBody RemarkBodies.RecordErrorBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/issue-reminder")
  @Operation(operationId = "issueReminder", summary = "Đôn đốc · Issue a reminder")
  ResponseEntity<AcceptedBody> issueReminder(
      Submission submission,
      @PathVariable UUID id,
      @RequestBody RemarkBodies.IssueReminderBody body) {
    return answers.accept(submission, body.toCommand(id));
  }
}
