/**
 * One stream told to people: a request as it stands, its entries, what a reader may open and do.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "vocabulary",
      "deadline",
      "request",
      "request :: content",
      "request :: command",
      "request :: event",
      "access",
      "disclosure",
      "sealing",
      "projection",
      "register",
      "agencyregister",
      "form",
      "dispatch",
      "wire"
    })
package org.disclosureledger.service.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
