/**
 * What somebody has to look at: raised once, shown in the register, mailed where that is set up.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "vocabulary",
      "database",
      "deadline",
      "figures",
      "projection",
      "report",
      "request :: event",
      "sealing"
    })
package org.disclosureledger.service.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
