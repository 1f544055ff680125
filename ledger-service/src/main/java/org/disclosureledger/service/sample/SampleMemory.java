package org.disclosureledger.service.sample;

import java.util.UUID;

/** What the ledger gave back for earlier steps, which later steps refer to. */
public interface SampleMemory {
  /** Event id of the latest {@code *.prepared} entry of this request. */
  UUID lastPreparedId(UUID requestId);

  /** Event id of the latest {@code delivery.dispatched} entry of this request. */
  UUID lastDispatchedId(UUID requestId);
}
