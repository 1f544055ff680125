/** What those who run the service see of it: whether it is well, how much it does, and how fast. */
@NullMarked
@ApplicationModule(allowedDependencies = {"projection", "sealing"})
package org.disclosureledger.service.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
