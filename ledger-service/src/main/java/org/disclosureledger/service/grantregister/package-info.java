/** Projection: grants by whom they let in, to find the requests that one was given. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "database",
      "sealing",
      "projection",
      "grant :: event",
      "erasure :: event",
      "vocabulary"
    })
package org.disclosureledger.service.grantregister;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
