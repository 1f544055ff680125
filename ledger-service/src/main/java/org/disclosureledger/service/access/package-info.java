/** Who is calling, and what that role may do. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "envelope", "rate", "door"})
package org.disclosureledger.service.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
