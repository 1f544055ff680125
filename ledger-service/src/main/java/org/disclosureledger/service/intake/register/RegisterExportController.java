package org.disclosureledger.service.intake.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.disclosureledger.service.intake.CsvExport;
import org.disclosureledger.service.register.RegisterFilter;
import org.disclosureledger.service.register.RegisterQuery;
import org.disclosureledger.service.register.RegisterRow;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.QueryParameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The register as a file. */
@RestController
public class RegisterExportController {
  /** As the list is filtered; order and pages are the file's own. */
  public static final Set<String> PARAMETERS = RegisterFilters.PARAMETERS;

  private final LedgerLookup ledgers;
  private final RegisterQuery register;
  private final RegisteredAgencies registered;
  private final LedgerClock clock;

  RegisterExportController(
      LedgerLookup ledgers,
      RegisterQuery register,
      RegisteredAgencies registered,
      LedgerClock clock) {
    this.ledgers = ledgers;
    this.register = register;
    this.registered = registered;
    this.clock = clock;
  }

  @GetMapping("/api/v1/ledgers/{ledger}/register.csv")
  @Operation(operationId = "exportRegister", summary = "Xuất sổ yêu cầu · The register as CSV")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  void export(
      @PathVariable String ledger,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    LedgerDescription found = ledgers.find(ledger);
    RegisterFilter filter =
        RegisterFilters.of(
            new QueryParameters(request.getParameterMap(), PARAMETERS), clock.now(found.name()));
    CsvExport<RegisterRow> rows =
        CsvExport.of(after -> registered.marked(found, register.numbered(found, filter, after)));
    rows.write(response, "register-" + found.name(), RegisterCsv::writeHeader, RegisterCsv::write);
  }
}
