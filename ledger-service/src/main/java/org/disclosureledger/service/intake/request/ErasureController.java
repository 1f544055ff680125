package org.disclosureledger.service.intake.request;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.erasure.ErasureCompletion;
import org.disclosureledger.service.erasure.ErasureRule;
import org.disclosureledger.service.erasure.command.ErasePersonalData;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.wire.CommandBody;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Erasing what a request discloses. */
@RequestCommands
class ErasureController {
  private final CommandDispatcher dispatcher;
  private final ErasureCompletion completion;
  private final LedgerLookup ledgers;

  ErasureController(
      CommandDispatcher dispatcher, ErasureCompletion completion, LedgerLookup ledgers) {
    this.dispatcher = dispatcher;
    this.completion = completion;
    this.ledgers = ledgers;
  }

  /**
   * @param rule id of the retention rule under which it is done
   */
  record EraseBody(String rule) implements CommandBody {}

  /**
   * Nothing that the request's entries commit to can be opened any more, now or from a backup.
   *
   * @param eventId of the entry that records it
   * @param receipt path of that entry's receipt
   */
  record ErasedBody(UUID requestId, UUID eventId, long leafIndex, String receipt) {}

  /** Without an ETag: the request's own does not change. */
  @PostMapping("/{id}/erase-personal-data")
  @Operation(
      operationId = "erasePersonalData",
      summary = "Xóa dữ liệu cá nhân · Erase personal data")
  ResponseEntity<ErasedBody> erasePersonalData(
      Submission submission, @PathVariable UUID id, @RequestBody EraseBody body) {
    LedgerDescription ledger = ledgers.find(submission.ledger());
    ErasePersonalData command = new ErasePersonalData(id, body.rule());
    Acknowledgement ack;
    try {
      ack =
          dispatcher.dispatch(
              ledger.name(),
              command,
              submission.caller(),
              submission.idempotency(),
              submission.expectedSequence());
    } catch (CommandRefused refused) {
      if (refused.rule() == ErasureRule.ALREADY_ERASED) {
        // That says the same as the answer that the first delivery may have died before.
        completion.complete(ledger.id(), command);
      }
      throw refused;
    }
    // Also of a repetition, for the same reason.
    completion.complete(ledger.id(), command);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (ack.replayed()) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.body(
        new ErasedBody(
            id,
            ack.eventId(),
            ack.firstLeafIndex(),
            "/ledgers/" + ledger.name() + "/receipts/" + ack.firstLeafIndex()));
  }
}
