package org.disclosureledger.service.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.tile.TileCoordinate;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.sealing.DisclosureFiles;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.viewing.Exports;
import org.disclosureledger.service.viewing.Viewer;
import org.disclosureledger.service.viewing.ViewingRule;
import org.disclosureledger.service.wire.QueryParameters;
import org.disclosureledger.service.wire.StrictValues;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What entries commit to, beside the bundles in which they stand, for who was granted it. */
@RestController
@RequestMapping("/ledgers/{ledger}/disclosures")
public class DisclosuresController {
  public static final Set<String> PARAMETERS = Set.of("grant");

  /** FORMAT §5. */
  private static final long MOST_BYTES = 64L << 20;

  /** {@code {"index":…,"disclosures":[…]}} without what stands in it. */
  private static final int AROUND_LINE = 64;

  private static final String SUFFIX = ".jsonl";

  private final LedgerDirectory directory;
  private final DisclosureFiles files;
  private final Exports exports;

  DisclosuresController(LedgerDirectory directory, DisclosureFiles files, Exports exports) {
    this.directory = directory;
    this.files = files;
    this.exports = exports;
  }

  /**
   * Recorded before the first byte: a file that breaks off was exported all the same. Entries of
   * the bundle that come later stand in the file that is asked for later.
   */
  @GetMapping("/{*path}")
  @Operation(
      operationId = "exportDisclosures",
      summary = "Giá trị mở của một lô bản ghi · Disclosures of a bundle, e.g. x001/234.jsonl")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "application/jsonl", schema = @Schema(type = "string")))
  void disclosures(
      @PathVariable String ledger,
      @PathVariable String path,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) Viewer viewer,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    LedgerDescription found = directory.find(ledger).orElseThrow(DisclosuresController::notFound);
    TileCoordinate bundle = bundle(path);
    QueryParameters query = new QueryParameters(request.getParameterMap(), PARAMETERS);
    Exports.Permitted permitted = exports.permitted(found, viewer, grant(query));
    List<DisclosureFiles.Held> held =
        files.held(
            found,
            permitted.stream(),
            bundle.firstLeaf(),
            bundle.firstLeaf() + TileCoordinate.FULL);
    if (held.isEmpty()) {
      throw notFound();
    }
    if (held.stream().mapToLong(entry -> entry.bytes() + AROUND_LINE).sum() > MOST_BYTES) {
      throw new CommandRefused(ViewingRule.EXPORT_TOO_LARGE, "of bundle " + bundle.index());
    }
    exports.record(
        found, viewer, permitted, held.stream().mapToInt(DisclosureFiles.Held::disclosures).sum());
    headers(response);
    write(found, held, response.getOutputStream());
  }

  private static UUID grant(QueryParameters query) {
    String grant = query.text("grant");
    if (grant == null) {
      throw QueryParameters.refused("grant", "names the grant that it rests on");
    }
    return StrictValues.uuid(grant);
  }

  /** As the paths of bundles, without a width: whatever the head's size, a bundle has one file. */
  private static TileCoordinate bundle(String path) {
    try {
      if (path.endsWith(SUFFIX)) {
        String name = path.substring(0, path.length() - SUFFIX.length());
        TileCoordinate bundle = TileCoordinate.parse("tile/entries" + name);
        if (bundle.isFull()) {
          return bundle;
        }
      }
    } catch (FormatException e) {
      throw notFound();
    }
    throw notFound();
  }

  private void write(LedgerDescription ledger, List<DisclosureFiles.Held> held, OutputStream out)
      throws IOException {
    for (DisclosureFiles.Held entry : held) {
      List<String> opened = files.open(ledger, entry.leafIndex());
      if (!opened.isEmpty()) {
        String line =
            "{\"index\":%d,\"disclosures\":[\"%s\"]}\n"
                .formatted(entry.leafIndex(), String.join("\",\"", opened));
        out.write(line.getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private static void headers(HttpServletResponse response) {
    response.setContentType("application/jsonl");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment");
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
