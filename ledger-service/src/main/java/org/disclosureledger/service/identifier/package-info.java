/**
 * One spelling for every way to write an identifier or a document number; pure, imports nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.disclosureledger.service.identifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
