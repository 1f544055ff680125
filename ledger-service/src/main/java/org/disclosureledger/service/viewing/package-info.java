/** Leaves a trace of who opened which starred values, and why, before they are given out. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "vocabulary",
      "grant",
      "grant :: event",
      "access",
      "disclosure",
      "sealing",
      "projection",
      "dispatch",
      "wire"
    })
package org.disclosureledger.service.viewing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
