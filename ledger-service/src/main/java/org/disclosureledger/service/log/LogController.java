package org.disclosureledger.service.log;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.merkle.InclusionProof;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.Receipt;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.tile.TileCoordinate;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.LedgerTree;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Reads of the log (C2SP tlog-tiles; FORMAT §5, §6), {@code private} added to their headers. */
@RestController
@RequestMapping("/ledgers/{ledger}")
class LogController {
  private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");
  private static final CacheControl FRESH = CacheControl.noCache().cachePrivate();
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

  private final LedgerDirectory directory;
  private final LedgerTree log;
  private final EntryStore store;

  LogController(LedgerDirectory directory, LedgerTree log, EntryStore store) {
    this.directory = directory;
    this.log = log;
    this.store = store;
  }

  @Operation(summary = "Đầu cây đã ký · The newest signed checkpoint (C2SP tlog-checkpoint)")
  @GetMapping("/checkpoint")
  ResponseEntity<byte[]> checkpoint(@PathVariable String ledger) {
    return ResponseEntity.ok()
        .contentType(TEXT)
        .cacheControl(FRESH)
        .body(log.checkpoint(find(ledger).id()).orElseThrow(LogController::notFound));
  }

  @Operation(
      summary =
          "Mảnh cây hoặc lô bản ghi · A tile or bundle, e.g. 0/000.p/12, entries/000 (tlog-tiles)")
  @GetMapping("/tile/{*path}")
  ResponseEntity<byte[]> tile(@PathVariable String ledger, @PathVariable String path) {
    LedgerDescription description = find(ledger);
    TileCoordinate coordinate;
    try {
      coordinate = TileCoordinate.parse("tile" + path);
    } catch (FormatException e) {
      throw notFound();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .cacheControl(FOR_EVER)
        .body(log.tile(description.id(), coordinate).orElseThrow(LogController::notFound));
  }

  /** The receipt of one entry under the newest checkpoint (C2SP tlog-proof). */
  @Operation(summary = "Biên nhận của một bản ghi · An entry's receipt (C2SP tlog-proof)")
  @GetMapping("/receipts/{index}")
  ResponseEntity<byte[]> receipt(@PathVariable String ledger, @PathVariable long index) {
    LedgerDescription description = find(ledger);
    byte[] note = log.checkpoint(description.id()).orElseThrow(LogController::notFound);
    long size = Checkpoint.parse(SignedNote.parse(note).text()).head().size();
    if (index < 0 || index >= size) {
      throw notFound();
    }
    byte[] entry = store.entry(ledger, index).orElseThrow(LogController::notFound).entry().bytes();
    InclusionProof proof =
        log.withHashes(description.id(), hashes -> InclusionProof.build(index, size, hashes));
    return ResponseEntity.ok()
        .contentType(TEXT)
        .cacheControl(FRESH)
        .header(
            "Content-Disposition", "inline; filename=\"" + ledger + "-" + index + ".tlog-proof\"")
        .body(new Receipt(entry, proof, note).toBytes());
  }

  private LedgerDescription find(String ledger) {
    return directory.find(ledger).orElseThrow(LogController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
