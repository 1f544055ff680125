/** What figures there are ({@code schemas/REPORTS.md}): names, units, slices, periods; no I/O. */
@NullMarked
@ApplicationModule(allowedDependencies = {"envelope", "vocabulary"})
package org.disclosureledger.service.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
