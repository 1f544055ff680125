package org.disclosureledger.service.intake.request;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.disclosureledger.service.intake.AcceptedBody;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.wire.RequestIds;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Receiving a request, and finding out who asks for what. */
@RequestCommands
class CommandController {
  private final CommandAnswers answers;
  private final RequestIds ids;

  CommandController(CommandAnswers answers, RequestIds ids) {
    this.answers = answers;
    this.ids = ids;
  }

  @PostMapping
  @Operation(operationId = "recordRequest", summary = "Ghi nhận yêu cầu · Record a request")
  ResponseEntity<AcceptedBody> recordRequest(
      Submission submission, @RequestBody RecordRequestBody body) {
    return answers.record(submission, body.toCommand(ids.next()));
  }

  @PostMapping("/{id}/verify-authority")
  @Operation(operationId = "verifyAuthority", summary = "Xác minh thẩm quyền · Verify authority")
  ResponseEntity<AcceptedBody> verifyAuthority(
      Submission submission,
      @PathVariable UUID id,
      @RequestBody InquiryBodies.VerifyAuthorityBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/ask-clarification")
  @Operation(operationId = "askClarification", summary = "Hỏi làm rõ · Ask for clarification")
  ResponseEntity<AcceptedBody> askClarification(
      Submission submission,
      @PathVariable UUID id,
      @RequestBody InquiryBodies.AskClarificationBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/receive-clarification")
  @Operation(
      operationId = "receiveClarification",
      summary = "Nhận trả lời làm rõ · Receive the clarification")
  ResponseEntity<AcceptedBody> receiveClarification(
      Submission submission,
      @PathVariable UUID id,
      @RequestBody InquiryBodies.ReceiveClarificationBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/confirm-in-writing")
  @Operation(
      operationId = "confirmInWriting",
      summary = "Xác nhận bằng văn bản · Confirm in writing")
  ResponseEntity<AcceptedBody> confirmInWriting(
      Submission submission,
      @PathVariable UUID id,
      @RequestBody InquiryBodies.ConfirmInWritingBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/record-receipt")
  @Operation(operationId = "recordReceipt", summary = "Ghi nhận giao nhận · Record receipt")
  ResponseEntity<AcceptedBody> recordReceipt(
      Submission submission,
      @PathVariable UUID id,
      @RequestBody DeliveryBodies.RecordReceiptBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/cancel")
  @Operation(operationId = "cancelRequest", summary = "Hủy yêu cầu · Cancel a request")
  ResponseEntity<AcceptedBody> cancelRequest(
      Submission submission, @PathVariable UUID id, @RequestBody EndingBodies.CancelBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/close")
  @Operation(operationId = "closeRequest", summary = "Đóng yêu cầu · Close a request")
  ResponseEntity<AcceptedBody> closeRequest(
      Submission submission, @PathVariable UUID id, @RequestBody EndingBodies.CloseBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/reopen")
  @Operation(operationId = "reopenRequest", summary = "Mở lại yêu cầu · Reopen a request")
  ResponseEntity<AcceptedBody> reopenRequest(
      Submission submission, @PathVariable UUID id, @RequestBody EndingBodies.ReopenBody body) {
    return answers.accept(submission, body.toCommand(id));
  }
}
