package org.disclosureledger.service.intake.agency;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.disclosureledger.service.agencyregister.AgencyFilter;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.agencyregister.AgencyRow;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.intake.CsvExport;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.QueryParameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The agency register as a file. */
@RestController
public class AgencyExportController {
  /** As the list is filtered; order and pages are the file's own. */
  public static final Set<String> PARAMETERS = Set.of("kind", "province", "validOn", "text");

  private final LedgerLookup ledgers;
  private final AgencyQuery agencies;

  AgencyExportController(LedgerLookup ledgers, AgencyQuery agencies) {
    this.ledgers = ledgers;
    this.agencies = agencies;
  }

  @GetMapping("/api/v1/ledgers/{ledger}/agencies.csv")
  @Operation(
      operationId = "exportAgencies",
      summary = "Danh bạ cơ quan dạng CSV · The agency register as CSV")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  void export(
      @PathVariable String ledger,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    LedgerDescription found = ledgers.find(ledger);
    AgencyFilter filter = filter(new QueryParameters(request.getParameterMap(), PARAMETERS));
    CsvExport<AgencyRow> rows = CsvExport.of(after -> agencies.byCode(found, filter, after));
    rows.write(response, "agencies-" + found.name(), AgencyCsv::writeHeader, AgencyCsv::write);
  }

  static AgencyFilter filter(QueryParameters query) {
    return new AgencyFilter(
        query.code("kind", AgencyKind.class),
        query.province("province"),
        query.day("validOn"),
        Form.text("text", query.text("text")));
  }
}
