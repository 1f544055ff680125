package org.disclosureledger.service.reconciliation.event;

import java.util.List;
import org.disclosureledger.service.envelope.Committed;

/** As many differences as fit one disclosure. */
public record DifferencePart(Committed<List<Difference>> rows) {}
