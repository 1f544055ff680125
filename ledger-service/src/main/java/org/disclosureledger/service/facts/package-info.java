/** Projection: what each request amounted to, as of any instant, for figures to be counted from. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "projection",
      "vocabulary",
      "agency",
      "agency :: event",
      "deadline",
      "figures",
      "request",
      "request :: content",
      "request :: event"
    })
package org.disclosureledger.service.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
