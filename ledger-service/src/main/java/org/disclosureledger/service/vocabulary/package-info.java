/** The words of the domain: enumerations with Vietnamese and English labels; imports nothing. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.disclosureledger.service.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
