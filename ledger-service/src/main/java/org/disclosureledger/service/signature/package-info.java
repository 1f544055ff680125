/** Checks the signatures on documents, in a process of its own; asks nobody over a network. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "vocabulary"})
package org.disclosureledger.service.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
