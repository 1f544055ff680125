/** Projection: the register of agencies, never a starred value; standings read from streams. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "database",
      "sealing",
      "projection",
      "request",
      "agency",
      "agency :: event",
      "vocabulary"
    })
package org.disclosureledger.service.agencyregister;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
