/** The last published heads, kept outside the database, and what they say of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "disclosure", "keys", "kafka", "sealing"})
package org.disclosureledger.service.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
