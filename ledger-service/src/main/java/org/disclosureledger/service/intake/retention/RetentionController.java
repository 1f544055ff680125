package org.disclosureledger.service.intake.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.erasure.command.AdoptRetention;
import org.disclosureledger.service.erasure.event.RetentionAdopted;
import org.disclosureledger.service.erasure.event.RetentionRow;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.intake.EntryAccepted;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.CaseType;
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

/** Retention rules: one set at a time, replaced whole. */
@RestController
@RequestMapping(
    path = "/api/v1/ledgers/{ledger}/retention",
    produces = MediaType.APPLICATION_JSON_VALUE)
class RetentionController {
  private final CommandAnswers commands;
  private final LedgerLookup ledgers;
  private final EntryStore store;
  private final LedgerClock clock;

  RetentionController(
      CommandAnswers commands, LedgerLookup ledgers, EntryStore store, LedgerClock clock) {
    this.commands = commands;
    this.ledgers = ledgers;
    this.store = store;
    this.clock = clock;
  }

  record RetentionRowBody(
      String id,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      String citation,
      int keepDays,
      @Nullable List<CaseType> caseTypes) {
    AdoptRetention.Row toRow() {
      return new AdoptRetention.Row(id, effectiveFrom, effectiveTo, citation, keepDays, caseTypes);
    }
  }

  record AdoptRetentionBody(List<RetentionRowBody> rows) implements CommandBody {
    AdoptRetention toCommand() {
      return new AdoptRetention(rows.stream().map(RetentionRowBody::toRow).toList());
    }
  }

  /**
   * @param inForce whether an erasure may rest on it today
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RetentionRowView(
      String id,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      String citation,
      int keepDays,
      @Nullable List<CaseType> caseTypes,
      boolean inForce) {
    static RetentionRowView of(RetentionRow row, LocalDate today) {
      return new RetentionRowView(
          row.id(),
          row.effectiveFrom(),
          row.effectiveTo(),
          row.citation(),
          row.keepDays(),
          row.caseTypes(),
          row.inForceOn(today));
    }
  }

  /**
   * @param policy id of the entry that adopted them, which every erasure names
   * @param by actor id, or {@code system}
   */
  record RetentionView(
      UUID policy, Instant adoptedAt, String by, long leafIndex, List<RetentionRowView> rows) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "adoptRetention",
      summary = "Thay quy tắc lưu giữ · Adopt retention rules")
  ResponseEntity<EntryAccepted> adoptRetention(
      Submission submission, @RequestBody AdoptRetentionBody body) {
    return commands.ok(submission, body.toCommand());
  }

  @GetMapping
  @Operation(operationId = "getRetention", summary = "Quy tắc lưu giữ · The retention rules")
  ResponseEntity<RetentionView> retention(@PathVariable String ledger) {
    LedgerDescription found = ledgers.find(ledger);
    List<StoredEvent> last = store.latest(found.name(), new StreamId("retention"), 1);
    if (last.isEmpty() || !(last.getFirst().payload() instanceof RetentionAdopted adopted)) {
      throw new InputRefused(ProblemType.NOT_FOUND, "no retention rules are adopted");
    }
    EventHeader header = last.getFirst().header();
    LocalDate today = LocalDate.ofInstant(clock.now(found.name()), LedgerZone.ID);
    return ResponseEntity.ok()
        .eTag("\"" + header.sequence() + "\"")
        .body(
            new RetentionView(
                header.id(),
                header.recordedTime(),
                header.actor().value(),
                header.leafIndex(),
                adopted.rows().stream().map(row -> RetentionRowView.of(row, today)).toList()));
  }
}
