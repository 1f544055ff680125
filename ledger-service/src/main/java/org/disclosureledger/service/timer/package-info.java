/** Durable timers: what has to happen at a time, whoever runs then. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "envelope",
      "deadline",
      "alert",
      "attachment",
      "disclosure",
      "sealing",
      "projection",
      "request",
      "request :: content",
      "request :: command",
      "request :: event",
      "dispatch",
      "rate",
      "erasure",
      "register"
    })
package org.disclosureledger.service.timer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
