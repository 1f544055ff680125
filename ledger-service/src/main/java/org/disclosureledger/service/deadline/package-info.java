/** Policies, clocks and due times: pure; imports the vocabulary and the envelope. */
@NullMarked
@ApplicationModule(allowedDependencies = {"envelope", "vocabulary"})
package org.disclosureledger.service.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
