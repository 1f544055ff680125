package org.disclosureledger.service.reconciliation.command;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.reconciliation.Comparison;
import org.disclosureledger.service.reconciliation.ReceiptPeriod;

/**
 * Records what comparing an agency's own list with the register gave.
 *
 * @param agency code of the agency whose list it is
 * @param predecessors codes of the agencies it succeeded, whose requests were compared too
 * @param digest SHA-256 of the list as sent, 64 hexadecimal digits
 * @param size bytes of the list
 */
public record RecordReconciliation(
    UUID id,
    String agency,
    List<String> predecessors,
    ReceiptPeriod period,
    Comparison comparison,
    String digest,
    long size)
    implements ReconciliationCommand {

  public RecordReconciliation {
    id = Form.required("id", id);
    agency = Form.agencyCode("agency", agency);
    predecessors = List.copyOf(predecessors);
    digest = Form.required("digest", Form.optionalDigest("digest", digest));
  }

  /** Without the values: the list is the agency's. */
  @Override
  public String toString() {
    return "RecordReconciliation[" + id + "]";
  }
}
