/** Opens ledgers: keys, entry 0, the shipped policy, and the auditors' policy file. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "database",
      "disclosure",
      "access",
      "keys",
      "sealing",
      "deadline",
      "erasure",
      "erasure :: event"
    })
package org.disclosureledger.service.opening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
