package org.disclosureledger.service.intake.deadline;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.timer.Recounts;
import org.disclosureledger.service.wire.LedgerLookup;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What another policy or calendar made of the due times of open requests. */
@RestController
@RequestMapping(
    path = "/api/v1/ledgers/{ledger}/recounts",
    produces = MediaType.APPLICATION_JSON_VALUE)
class RecountController {
  private final Recounts recounts;
  private final LedgerLookup ledgers;

  RecountController(Recounts recounts, LedgerLookup ledgers) {
    this.recounts = recounts;
    this.ledgers = ledgers;
  }

  /**
   * @param adoption id of the entry that adopted the policy or imported the calendar
   * @param counted requests that were open then, so far
   * @param moved those that are due at another time since
   * @param kept those that keep their due time because it cannot be counted, as where the calendar
   *     ends; the service's log names them
   * @param finished whether these are all
   */
  record RecountView(UUID adoption, long counted, long moved, long kept, boolean finished) {}

  /** The newest adoption first. */
  record RecountsView(List<RecountView> recounts) {}

  @GetMapping
  @Operation(
      operationId = "listRecounts",
      summary = "Tính lại thời hạn các yêu cầu đang mở · Due times of open requests, counted again")
  RecountsView recounts(@PathVariable String ledger) {
    return new RecountsView(
        recounts.of(ledgers.find(ledger).name()).stream()
            .map(of ->
                new RecountView(of.adoption(), of.counted(), of.moved(), of.kept(), of.finished()))
            .toList());
  }
}
