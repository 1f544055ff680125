/** Takes commands to their streams, whoever gives them: HTTP, timers, the sample. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "deadline",
      "deadline :: command",
      "agency",
      "agency :: command",
      "oversight",
      "oversight :: command",
      "reconciliation",
      "reconciliation :: command",
      "vocabulary",
      "erasure",
      "erasure :: command",
      "erasure :: event",
      "grant",
      "grant :: command",
      "request",
      "request :: event",
      "request :: command",
      "report",
      "report :: command",
      "report :: event",
      "figures",
      "disclosure",
      "sealing",
      "projection",
      "agencyregister"
    })
package org.disclosureledger.service.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
