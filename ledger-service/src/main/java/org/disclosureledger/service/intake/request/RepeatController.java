package org.disclosureledger.service.intake.request;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.story.RepeatReading;
import org.disclosureledger.service.story.Repeats;
import org.disclosureledger.service.viewing.Viewer;
import org.disclosureledger.service.viewing.Views;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.disclosureledger.service.wire.LedgerLookup;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Requests that ask about the same targets again. */
@RestController
class RepeatController {
  private final LedgerLookup ledgers;
  private final RepeatReading reading;
  private final Views views;

  RepeatController(LedgerLookup ledgers, RepeatReading reading, Views views) {
    this.ledgers = ledgers;
    this.reading = reading;
    this.views = views;
  }

  @GetMapping(
      path = "/api/v1/ledgers/{ledger}/requests/{id}/repeats",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listRepeats", summary = "Các yêu cầu lặp lại · Repeats of its targets")
  Repeats repeats(
      @PathVariable String ledger, @PathVariable UUID id, @Parameter(hidden = true) Viewer viewer) {
    LedgerDescription found = ledgers.find(ledger);
    return views.open(
        found, viewer, new Views.Opened(ViewedPart.REPEATS, id), () -> reading.of(found, id));
  }
}
