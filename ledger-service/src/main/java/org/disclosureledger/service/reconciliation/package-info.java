/**
 * An agency's own list against the register: read, compared, decided; pure but for Axon's shell.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"envelope", "form"})
package org.disclosureledger.service.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
