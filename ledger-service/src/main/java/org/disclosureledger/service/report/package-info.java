/** Frozen reports: commands, events, pure decisions, an aggregate. */
@NullMarked
@ApplicationModule(allowedDependencies = {"envelope", "vocabulary", "form", "figures"})
package org.disclosureledger.service.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
