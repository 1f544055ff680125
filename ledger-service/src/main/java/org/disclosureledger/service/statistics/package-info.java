/** Every figure of {@code schemas/REPORTS.md}, counted from the facts as of any instant. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"database", "figures", "projection", "sealing", "vocabulary"})
package org.disclosureledger.service.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
