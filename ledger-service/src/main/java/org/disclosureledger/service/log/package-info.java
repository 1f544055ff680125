/** The transparency log over HTTP: checkpoint, tiles, receipts, exactly at the C2SP paths. */
@NullMarked
@ApplicationModule(allowedDependencies = {"envelope", "database", "sealing", "viewing", "wire"})
package org.disclosureledger.service.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
