package org.disclosureledger.service.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.util.UUID;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.content.ActKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands: one POST each, answered once sealed. */
@RestController
@RequestMapping(
    path = "/api/v1/ledgers/{ledger}/requests",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
class CommandController {
  private final CommandDispatcher dispatcher;
  private final RequestIds ids;

  CommandController(CommandDispatcher dispatcher, RequestIds ids) {
    this.dispatcher = dispatcher;
    this.ids = ids;
  }

  @PostMapping
  @Operation(operationId = "recordRequest", summary = "Ghi nhận yêu cầu · Record a request")
  ResponseEntity<AcceptedBody> record(
      @Parameter(hidden = true) Submission submission, @RequestBody RecordRequestBody body) {
    Acknowledgement ack = dispatch(submission, body.toCommand(ids.next()));
    AcceptedBody accepted = AcceptedBody.of(ack);
    URI location =
        URI.create("/api/v1/ledgers/" + ack.ledger() + "/requests/" + accepted.requestId());
    return answer(ResponseEntity.created(location), ack);
  }

  @PostMapping("/{id}/verify-authority")
  @Operation(operationId = "verifyAuthority", summary = "Xác minh thẩm quyền · Verify authority")
  ResponseEntity<AcceptedBody> verifyAuthority(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody CommandBodies.VerifyAuthorityBody body) {
    return accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/prepare-acceptance")
  @Operation(operationId = "prepareAcceptance", summary = "Trình chấp nhận · Prepare acceptance")
  ResponseEntity<AcceptedBody> prepareAcceptance(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody CommandBodies.PrepareAcceptanceBody body) {
    return accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/approve-acceptance")
  @Operation(operationId = "approveAcceptance", summary = "Duyệt chấp nhận · Approve acceptance")
  ResponseEntity<AcceptedBody> approveAcceptance(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody CommandBodies.ApproveBody body) {
    return accept(submission, body.toCommand(id, ActKind.ACCEPTANCE));
  }

  @PostMapping("/{id}/return-acceptance")
  @Operation(operationId = "returnAcceptance", summary = "Trả lại chấp nhận · Return acceptance")
  ResponseEntity<AcceptedBody> returnAcceptance(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody CommandBodies.ReturnBody body) {
    return accept(submission, body.toCommand(id, ActKind.ACCEPTANCE));
  }

  @PostMapping("/{id}/prepare-refusal")
  @Operation(operationId = "prepareRefusal", summary = "Trình từ chối · Prepare refusal")
  ResponseEntity<AcceptedBody> prepareRefusal(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody CommandBodies.PrepareRefusalBody body) {
    return accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/approve-refusal")
  @Operation(operationId = "approveRefusal", summary = "Duyệt từ chối · Approve refusal")
  ResponseEntity<AcceptedBody> approveRefusal(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody CommandBodies.ApproveBody body) {
    return accept(submission, body.toCommand(id, ActKind.REFUSAL));
  }

  @PostMapping("/{id}/return-refusal")
  @Operation(operationId = "returnRefusal", summary = "Trả lại từ chối · Return refusal")
  ResponseEntity<AcceptedBody> returnRefusal(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody CommandBodies.ReturnBody body) {
    return accept(submission, body.toCommand(id, ActKind.REFUSAL));
  }

  @PostMapping("/{id}/prepare-delivery")
  @Operation(operationId = "prepareDelivery", summary = "Trình cung cấp · Prepare delivery")
  ResponseEntity<AcceptedBody> prepareDelivery(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody CommandBodies.PrepareDeliveryBody body) {
    return accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/approve-delivery")
  @Operation(operationId = "approveDelivery", summary = "Duyệt cung cấp · Approve delivery")
  ResponseEntity<AcceptedBody> approveDelivery(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody CommandBodies.ApproveBody body) {
    return accept(submission, body.toCommand(id, ActKind.DELIVERY));
  }

  @PostMapping("/{id}/return-delivery")
  @Operation(operationId = "returnDelivery", summary = "Trả lại cung cấp · Return delivery")
  ResponseEntity<AcceptedBody> returnDelivery(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody CommandBodies.ReturnBody body) {
    return accept(submission, body.toCommand(id, ActKind.DELIVERY));
  }

  @PostMapping("/{id}/record-receipt")
  @Operation(operationId = "recordReceipt", summary = "Ghi nhận giao nhận · Record receipt")
  ResponseEntity<AcceptedBody> recordReceipt(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody CommandBodies.RecordReceiptBody body) {
    return accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/close")
  @Operation(operationId = "closeRequest", summary = "Đóng yêu cầu · Close a request")
  ResponseEntity<AcceptedBody> close(
      @Parameter(hidden = true) Submission submission,
      @PathVariable UUID id,
      @RequestBody CommandBodies.CloseBody body) {
    return accept(submission, body.toCommand(id));
  }

  private ResponseEntity<AcceptedBody> accept(Submission submission, RequestCommand command) {
    return answer(ResponseEntity.ok(), dispatch(submission, command));
  }

  private Acknowledgement dispatch(Submission submission, RequestCommand command) {
    return dispatcher.dispatch(
        submission.ledger(),
        command,
        submission.caller(),
        submission.idempotency(),
        submission.expectedSequence());
  }

  private static ResponseEntity<AcceptedBody> answer(
      ResponseEntity.BodyBuilder builder, Acknowledgement ack) {
    if (ack.replayed()) {
      builder.header("Idempotency-Replayed", "true");
    }
    return builder.eTag("\"" + ack.lastSequence() + "\"").body(AcceptedBody.of(ack));
  }
}
