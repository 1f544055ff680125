package org.disclosureledger.service.intake.agency;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.agencyregister.AgencyPage;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.intake.EntryAccepted;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.story.EventPage;
import org.disclosureledger.service.story.EventView;
import org.disclosureledger.service.viewing.Viewer;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.QueryParameters;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agency register. In a path, a code's {@code /} is written {@code ~}. */
@RestController
@RequestMapping(path = "/api/v1/ledgers/{ledger}")
public class AgencyController {
  public static final Set<String> LIST_PARAMETERS =
      Set.of("kind", "province", "validOn", "text", "cursor", "limit");

  private static final int DEFAULT_LIMIT = 50;
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private final CommandAnswers commands;
  private final LedgerLookup ledgers;
  private final AgencyQuery agencies;
  private final AgencyReading reading;

  AgencyController(
      CommandAnswers commands, LedgerLookup ledgers, AgencyQuery agencies, AgencyReading reading) {
    this.commands = commands;
    this.ledgers = ledgers;
    this.agencies = agencies;
    this.reading = reading;
  }

  @PostMapping(path = "/agencies", consumes = JSON, produces = JSON)
  @Operation(operationId = "registerAgency", summary = "Đăng ký cơ quan · Register an agency")
  ResponseEntity<EntryAccepted> register(
      @Parameter(hidden = true) Submission submission,
      @RequestBody AgencyBodies.RegisterAgencyBody body) {
    var command = body.toCommand();
    String path = "agencies/" + command.agency().value().replace('/', '~');
    return commands.created(submission, command, path);
  }

  @PostMapping(path = "/agencies/{agency}/amend", consumes = JSON, produces = JSON)
  @Operation(operationId = "amendAgency", summary = "Sửa thông tin cơ quan · Amend an agency")
  ResponseEntity<EntryAccepted> amend(
      @Parameter(hidden = true) Submission submission,
      @PathVariable String agency,
      @RequestBody AgencyBodies.AmendAgencyBody body) {
    return commands.ok(submission, body.toCommand(code(agency)));
  }

  @PostMapping(path = "/agencies/{agency}/succeed", consumes = JSON, produces = JSON)
  @Operation(operationId = "succeedAgency", summary = "Ghi cơ quan kế thừa · Name the successor")
  ResponseEntity<EntryAccepted> succeed(
      @Parameter(hidden = true) Submission submission,
      @PathVariable String agency,
      @RequestBody AgencyBodies.SucceedAgencyBody body) {
    return commands.ok(submission, body.toCommand(code(agency)));
  }

  @PostMapping(path = "/agencies/{agency}/verify-contact", consumes = JSON, produces = JSON)
  @Operation(operationId = "verifyContact", summary = "Ghi đầu mối đã xác minh · Add a contact")
  ResponseEntity<EntryAccepted> verifyContact(
      @Parameter(hidden = true) Submission submission,
      @PathVariable String agency,
      @RequestBody AgencyBodies.VerifyContactBody body) {
    return commands.ok(submission, body.toCommand(code(agency)));
  }

  @PostMapping(path = "/agencies/{agency}/retire-contact", consumes = JSON, produces = JSON)
  @Operation(operationId = "retireContact", summary = "Ngừng dùng đầu mối · Retire a contact")
  ResponseEntity<EntryAccepted> retireContact(
      @Parameter(hidden = true) Submission submission,
      @PathVariable String agency,
      @RequestBody AgencyBodies.RetireContactBody body) {
    return commands.ok(submission, body.toCommand(code(agency)));
  }

  @PostMapping(path = "/agencies/{agency}/register-officer", consumes = JSON, produces = JSON)
  @Operation(operationId = "registerOfficer", summary = "Đăng ký cán bộ · Register an officer")
  ResponseEntity<EntryAccepted> registerOfficer(
      @Parameter(hidden = true) Submission submission,
      @PathVariable String agency,
      @RequestBody AgencyBodies.RegisterOfficerBody body) {
    return commands.ok(submission, body.toCommand(code(agency)));
  }

  @PostMapping(path = "/agencies/{agency}/retire-officer", consumes = JSON, produces = JSON)
  @Operation(operationId = "retireOfficer", summary = "Cán bộ thôi nhiệm vụ · Retire an officer")
  ResponseEntity<EntryAccepted> retireOfficer(
      @Parameter(hidden = true) Submission submission,
      @PathVariable String agency,
      @RequestBody AgencyBodies.RetireOfficerBody body) {
    return commands.ok(submission, body.toCommand(code(agency)));
  }

  @GetMapping(path = "/agencies", produces = JSON)
  @Operation(operationId = "listAgencies", summary = "Danh bạ cơ quan · The agency register")
  AgencyPage list(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    LedgerDescription found = ledgers.find(ledger);
    QueryParameters query = new QueryParameters(request.getParameterMap(), LIST_PARAMETERS);
    int limit = query.count("limit", DEFAULT_LIMIT, 1, AgencyQuery.MAX_LIMIT);
    return agencies
        .page(found, AgencyExportController.filter(query), query.text("cursor"), limit)
        .orElseThrow(() -> new InputRefused(ProblemType.INVALID_CURSOR, "take it from nextCursor"));
  }

  @GetMapping(path = "/agencies/{agency}", produces = JSON)
  @Operation(operationId = "getAgency", summary = "Một cơ quan · One agency")
  ResponseEntity<AgencyDetails> agency(
      @PathVariable String ledger,
      @PathVariable String agency,
      @Parameter(hidden = true) Viewer viewer) {
    AgencyDetails details = reading.agency(ledgers.find(ledger), code(agency), viewer);
    return ResponseEntity.ok().eTag("\"" + details.sequence() + "\"").body(details);
  }

  @GetMapping(path = "/agencies/{agency}/events", produces = JSON)
  @Operation(operationId = "listAgencyEvents", summary = "Các bản ghi của cơ quan · Its entries")
  ResponseEntity<List<EventView>> events(
      @PathVariable String ledger,
      @PathVariable String agency,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) Viewer viewer) {
    EventPage.Asked asked = EventPage.Asked.by(request);
    return reading.events(ledgers.find(ledger), code(agency), viewer, asked).answer(request, asked);
  }

  private static AgencyCode code(String segment) {
    return new AgencyCode(segment.replace('~', '/'));
  }
}
