/** The HTTP API: commands in, read models and problems out. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "vocabulary",
      "deadline",
      "form",
      "agency",
      "agency :: command",
      "agency :: event",
      "oversight",
      "oversight :: command",
      "oversight :: event",
      "reconciliation",
      "reconciliation :: command",
      "reconciliation :: event",
      "request",
      "request :: content",
      "request :: command",
      "request :: event",
      "access",
      "disclosure",
      "attachment",
      "signature",
      "sealing",
      "projection",
      "register",
      "agencyregister",
      "oversightregister",
      "reconciliationregister",
      "turnaround"
    })
package org.disclosureledger.service.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
