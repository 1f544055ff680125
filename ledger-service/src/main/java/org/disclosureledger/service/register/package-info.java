/** Projection: the register of requests, one row each, never a starred value. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "database",
      "sealing",
      "projection",
      "request",
      "request :: content",
      "request :: command",
      "request :: event",
      "vocabulary",
      "deadline"
    })
package org.disclosureledger.service.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
