/** Small counts in published tables: which are not printed, so that none can be computed. Pure. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.disclosureledger.service.suppression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
