/** A half-year of invented requests, through the real command path, for people who evaluate. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "vocabulary",
      "deadline",
      "agency",
      "agency :: command",
      "oversight :: command",
      "oversight :: content",
      "database",
      "disclosure",
      "attachment",
      "sealing",
      "opening",
      "request",
      "request :: content",
      "request :: command",
      "request :: event",
      "reconciliation",
      "reconciliation :: command",
      "reconciliationregister",
      "figures",
      "report",
      "report :: command",
      "dispatch"
    })
package org.disclosureledger.service.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
