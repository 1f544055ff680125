/** Signing and wrapping keys: where they lie, who may use which; imports only the format. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database"})
package org.disclosureledger.service.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
