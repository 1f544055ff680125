/** Seals events into entries, orders them, signs heads, and gives events back checked. */
@NullMarked
@ApplicationModule(allowedDependencies = {"envelope", "database", "keys", "disclosure", "trace"})
package org.disclosureledger.service.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
