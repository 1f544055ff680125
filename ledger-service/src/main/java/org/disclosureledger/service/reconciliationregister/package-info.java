/** Projection: reconciliations, and of requests what reconciling compares; no starred value. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "database",
      "sealing",
      "projection",
      "reconciliation",
      "reconciliation :: command",
      "reconciliation :: event",
      "agencyregister",
      "disclosure",
      "request",
      "request :: content",
      "request :: event",
      "vocabulary"
    })
package org.disclosureledger.service.reconciliationregister;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
