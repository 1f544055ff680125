/** An invented half-year of requests to fill a sample ledger with; imports commands only. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "vocabulary"})
package org.disclosureledger.service.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
