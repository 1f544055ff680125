/** One data request: commands, events, pure decisions, and a thin Axon aggregate around them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"envelope", "vocabulary", "form", "deadline"})
package org.disclosureledger.service.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
