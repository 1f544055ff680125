/** The HTTP API: commands in, read models and problems out. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "vocabulary",
      "deadline",
      "request",
      "disclosure",
      "sealing",
      "projection",
      "register",
      "turnaround",
      "access"
    })
package org.disclosureledger.service.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
