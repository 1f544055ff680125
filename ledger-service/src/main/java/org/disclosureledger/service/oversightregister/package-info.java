/** Projection: inspections, drills and voluntary reports, never a starred value. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "database",
      "sealing",
      "projection",
      "oversight :: content",
      "oversight :: event",
      "vocabulary"
    })
package org.disclosureledger.service.oversightregister;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
