/** Projection: which reports were frozen, amended and submitted; their figures stay in the log. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "database",
      "sealing",
      "projection",
      "figures",
      "report",
      "report :: event"
    })
package org.disclosureledger.service.reportregister;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
