/** Projection: when each request was due and answered, and the figures from that. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "database",
      "sealing",
      "suppression",
      "projection",
      "request",
      "request :: content",
      "request :: command",
      "request :: event"
    })
package org.disclosureledger.service.turnaround;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
