package org.disclosureledger.service.opening;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ledger.*} settings of this module.
 *
 * @param dataDir where {@code policy.txt} goes
 * @param publicUrl how auditors reach this service; goes into {@code policy.txt} and the greeting
 * @param open the ledgers to open at start, one an enterprise; none given: {@code demo}
 */
@ConfigurationProperties("ledger")
record OpeningProperties(
    @DefaultValue("data") Path dataDir,
    @DefaultValue("") String publicUrl,
    @DefaultValue List<LedgerToOpen> open) {

  private static final LedgerToOpen DEMO =
      new LedgerToOpen(
          "demo",
          "ledger.example/demo",
          "DEMO",
          "Doanh nghiệp viễn thông thử nghiệm",
          "Demonstration telecom enterprise",
          null);

  /**
   * @param name as in URLs
   * @param origin the checkpoint's first line, for ever
   * @param predecessor the ledger that it goes on from, which ended; {@code null} for a first one
   */
  record LedgerToOpen(
      String name,
      String origin,
      String enterpriseCode,
      String enterpriseNameVi,
      String enterpriseNameEn,
      @Nullable PredecessorSettings predecessor) {}

  List<LedgerToOpen> ledgers() {
    return open.isEmpty() ? List.of(DEMO) : open;
  }
}
