package org.disclosureledger.service.intake.request;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.UUID;
import org.disclosureledger.service.intake.AcceptedBody;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What takes two people: one prepares an act, another approves it or sends it back. */
@RequestCommands
class ActController {
  /** What stands open is named by its kind, as {@link ActKind#code()} writes it. */
  static final String ACT_CODES =
      "acceptance|emergency|refusal|extension|delivery|no-data|measure|correction";

  private static final String ACT = "{act:" + ACT_CODES + "}";

  private final CommandAnswers answers;

  ActController(CommandAnswers answers) {
    this.answers = answers;
  }

  @PostMapping("/{id}/prepare-acceptance")
  @Operation(operationId = "prepareAcceptance", summary = "Trình chấp nhận · Prepare acceptance")
  ResponseEntity<AcceptedBody> prepareAcceptance(
      Submission submission, @PathVariable UUID id, @RequestBody ActBodies.AcceptItemsBody body) {
    return answers.accept(submission, body.toAcceptance(id));
  }

  @PostMapping("/{id}/prepare-emergency")
  @Operation(
      operationId = "prepareEmergency",
      summary = "Trình chấp nhận khẩn cấp · Prepare emergency acceptance")
  ResponseEntity<AcceptedBody> prepareEmergency(
      Submission submission, @PathVariable UUID id, @RequestBody ActBodies.AcceptItemsBody body) {
    return answers.accept(submission, body.toEmergency(id));
  }

  @PostMapping("/{id}/prepare-refusal")
  @Operation(operationId = "prepareRefusal", summary = "Trình từ chối · Prepare refusal")
  ResponseEntity<AcceptedBody> prepareRefusal(
      Submission submission,
      @PathVariable UUID id,
      @RequestBody ActBodies.PrepareRefusalBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/prepare-extension")
  @Operation(operationId = "prepareExtension", summary = "Trình gia hạn · Prepare extension")
  ResponseEntity<AcceptedBody> prepareExtension(
      Submission submission,
      @PathVariable UUID id,
      @RequestBody ActBodies.PrepareExtensionBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/prepare-delivery")
  @Operation(operationId = "prepareDelivery", summary = "Trình cung cấp · Prepare delivery")
  ResponseEntity<AcceptedBody> prepareDelivery(
      Submission submission,
      @PathVariable UUID id,
      @RequestBody DeliveryBodies.PrepareDeliveryBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/prepare-no-data")
  @Operation(
      operationId = "prepareNoData",
      summary = "Trình trả lời không có dữ liệu · Prepare the answer that there is no data")
  ResponseEntity<AcceptedBody> prepareNoData(
      Submission submission, @PathVariable UUID id, @RequestBody ActBodies.PrepareNoDataBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/prepare-measure")
  @Operation(operationId = "prepareMeasure", summary = "Trình biện pháp · Prepare a measure")
  ResponseEntity<AcceptedBody> prepareMeasure(
      Submission submission,
      @PathVariable UUID id,
      @RequestBody ActBodies.PrepareMeasureBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/prepare-correction")
  @Operation(operationId = "prepareCorrection", summary = "Trình đính chính · Prepare correction")
  ResponseEntity<AcceptedBody> prepareCorrection(
      Submission submission, @PathVariable UUID id, @RequestBody PrepareCorrectionBody body) {
    return answers.accept(submission, body.toCommand(id));
  }

  @PostMapping("/{id}/approve-" + ACT)
  @Operation(
      operationId = "approveAct",
      summary = "Duyệt việc đã trình · Approve what was prepared")
  ResponseEntity<AcceptedBody> approveAct(
      Submission submission,
      @PathVariable UUID id,
      @Parameter(schema = @Schema(type = "string", pattern = ACT_CODES)) @PathVariable String act,
      @RequestBody ActBodies.ApproveBody body) {
    return answers.accept(submission, body.toCommand(id, kind(act)));
  }

  @PostMapping("/{id}/return-" + ACT)
  @Operation(
      operationId = "returnAct",
      summary = "Trả lại việc đã trình · Send back what was prepared")
  ResponseEntity<AcceptedBody> returnAct(
      Submission submission,
      @PathVariable UUID id,
      @Parameter(schema = @Schema(type = "string", pattern = ACT_CODES)) @PathVariable String act,
      @RequestBody ActBodies.ReturnBody body) {
    return answers.accept(submission, body.toCommand(id, kind(act)));
  }

  private static ActKind kind(String code) {
    return Arrays.stream(ActKind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new InputRefused(ProblemType.NOT_FOUND, "no act of this name"));
  }
}
