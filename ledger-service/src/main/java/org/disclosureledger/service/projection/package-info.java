/** Feeds projections from the ledger, idempotently, and rebuilds them beside the serving one. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "database",
      "sealing",
      "request",
      "request :: content",
      "request :: command",
      "request :: event"
    })
package org.disclosureledger.service.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
