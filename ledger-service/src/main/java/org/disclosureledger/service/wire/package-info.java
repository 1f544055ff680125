/** What every HTTP door shares: strict bodies and query strings, refusals as problems, limits. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "form",
      "access",
      "disclosure",
      "attachment",
      "signature",
      "sealing",
      "reconciliation",
      "dispatch"
    })
package org.disclosureledger.service.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
