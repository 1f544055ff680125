/** How much anyone may ask for in a minute, counted in PostgreSQL for all replicas together. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "disclosure"})
package org.disclosureledger.service.rate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
