/** The vault: disclosures of starred values, encrypted, and who an actor id stands for. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "keys", "identifier"})
package org.disclosureledger.service.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
