/** The doors of the HTTP API, one controller a subject: commands in, read models out. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "vocabulary",
      "deadline",
      "deadline :: command",
      "calendarfile",
      "timer",
      "form",
      "agency",
      "agency :: command",
      "agency :: event",
      "oversight",
      "oversight :: command",
      "oversight :: content",
      "oversight :: event",
      "reconciliation",
      "reconciliation :: command",
      "reconciliation :: event",
      "request",
      "request :: content",
      "request :: command",
      "request :: event",
      "erasure",
      "erasure :: command",
      "erasure :: event",
      "grant",
      "grant :: command",
      "grant :: event",
      "grantregister",
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
      "turnaround",
      "viewing",
      "dispatch",
      "wire",
      "story"
    })
package org.disclosureledger.service.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
