package org.disclosureledger.service.intake.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.ClockKind;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.deadline.PolicyAdopted;
import org.disclosureledger.service.deadline.PolicyRow;
import org.disclosureledger.service.deadline.command.AdoptPolicy;
import org.disclosureledger.service.dispatch.AdoptionPreviews;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.intake.EntryAccepted;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.wire.CommandBody;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules about due times: one set at a time, replaced whole. */
@RestController
@RequestMapping(
    path = "/api/v1/ledgers/{ledger}/policy",
    produces = MediaType.APPLICATION_JSON_VALUE)
class PolicyController {
  private final CommandAnswers commands;
  private final LedgerLookup ledgers;
  private final EntryStore store;
  private final AdoptionPreviews adoptions;
  private final RecountPreview preview;

  PolicyController(
      CommandAnswers commands,
      LedgerLookup ledgers,
      EntryStore store,
      AdoptionPreviews adoptions,
      RecountPreview preview) {
    this.commands = commands;
    this.ledgers = ledgers;
    this.store = store;
    this.adoptions = adoptions;
    this.preview = preview;
  }

  /** One row, as it is sent and shown. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PolicyRowBody(
      String id,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      String citationVi,
      String citationEn,
      boolean secondHand,
      List<ItemKind> itemKinds,
      @Nullable Boolean emergency,
      DeadlinePurpose purpose,
      ClockKind clock,
      @Nullable Integer hours,
      @Nullable Integer workingDays) {
    PolicyRow toRow() {
      return new PolicyRow(
          id,
          effectiveFrom,
          effectiveTo,
          citationVi,
          citationEn,
          secondHand,
          itemKinds,
          emergency,
          purpose,
          clock,
          hours,
          workingDays);
    }

    static PolicyRowBody of(PolicyRow row) {
      return new PolicyRowBody(
          row.id(),
          row.effectiveFrom(),
          row.effectiveTo(),
          row.citationVi(),
          row.citationEn(),
          row.secondHand(),
          row.itemKinds(),
          row.emergency(),
          row.purpose(),
          row.clock(),
          row.hours(),
          row.workingDays());
    }
  }

  record AdoptPolicyBody(List<PolicyRowBody> rows) implements CommandBody {
    AdoptPolicy toCommand() {
      try {
        return new AdoptPolicy(new PolicyAdopted(rows.stream().map(PolicyRowBody::toRow).toList()));
      } catch (IllegalArgumentException e) {
        throw new CommandRefused(FormRule.MEMBER_INVALID, String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * @param policy id of the entry that adopted them, which every due time names
   * @param by actor id, or {@code system}
   */
  record PolicyView(
      UUID policy, Instant adoptedAt, String by, long leafIndex, List<PolicyRowBody> rows) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "adoptPolicy",
      summary = "Thay chính sách thời hạn · Adopt the rules about due times")
  ResponseEntity<EntryAccepted> adoptPolicy(
      Submission submission, @RequestBody AdoptPolicyBody body) {
    return commands.ok(submission, body.toCommand());
  }

  @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "previewPolicy",
      summary =
          "Xem trước thay đổi thời hạn nếu thay chính sách · What adopting rules would change")
  RecountPreview.PreviewView preview(Submission submission, @RequestBody AdoptPolicyBody body) {
    AdoptPolicy command = body.toCommand();
    LedgerDescription ledger = ledgers.find(submission.ledger());
    return preview.of(ledger, adoptions.after(ledger, command, submission.caller()));
  }

  @GetMapping
  @Operation(operationId = "getPolicy", summary = "Chính sách thời hạn · The rules about due times")
  ResponseEntity<PolicyView> policy(@PathVariable String ledger) {
    List<StoredEvent> last = store.latest(ledgers.find(ledger).name(), new StreamId("policy"), 1);
    if (last.isEmpty() || !(last.getFirst().payload() instanceof PolicyAdopted adopted)) {
      throw new InputRefused(ProblemType.NOT_FOUND, "no policy is adopted");
    }
    EventHeader header = last.getFirst().header();
    return ResponseEntity.ok()
        .eTag("\"" + header.sequence() + "\"")
        .body(
            new PolicyView(
                header.id(),
                header.recordedTime(),
                header.actor().value(),
                header.leafIndex(),
                adopted.rows().stream().map(PolicyRowBody::of).toList()));
  }
}
