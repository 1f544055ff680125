package org.disclosureledger.service.sample;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.attachment.Received;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.reconciliation.ReceiptPeriod;
import org.disclosureledger.service.reconciliation.command.RecordReconciliation;

/** What the ledger gave back for earlier steps, which later steps refer to. */
public interface SampleMemory {
  /** Event id of the first entry that the marked step left. */
  UUID first(Mark step);

  /** Event id of the last entry that the marked step left. */
  UUID last(Mark step);

  /** Stores a document of a request that is recorded, and says what an entry is to name of it. */
  Received document(UUID requestId, UUID document, String text, String name);

  /**
   * Compares an agency's own list with the register, and says what an entry is to record of it.
   *
   * @param csv as an agency sends it, UTF-8
   */
  RecordReconciliation compared(UUID id, String agency, ReceiptPeriod period, byte[] csv);

  /**
   * The figures of a period, of all that is recorded.
   *
   * @param asOf the moment of the step, UTC
   */
  StatedFigures stated(ReportingPeriod period, Instant asOf);
}
