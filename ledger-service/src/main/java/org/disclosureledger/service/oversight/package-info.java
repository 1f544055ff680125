/** Inspections, drills, voluntary reports: commands, events, pure decisions, an aggregate. */
@NullMarked
@ApplicationModule(allowedDependencies = {"envelope", "vocabulary", "form"})
package org.disclosureledger.service.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
