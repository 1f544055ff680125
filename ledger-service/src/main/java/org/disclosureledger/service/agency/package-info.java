/** The register of agencies: commands, events, pure decisions, a thin Axon aggregate. */
@NullMarked
@ApplicationModule(allowedDependencies = {"envelope", "vocabulary", "form"})
package org.disclosureledger.service.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
