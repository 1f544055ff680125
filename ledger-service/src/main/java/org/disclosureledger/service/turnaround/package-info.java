/** The first figures of a period, and those that may be published of a half-year. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"database", "figures", "sealing", "statistics", "suppression"})
package org.disclosureledger.service.turnaround;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
