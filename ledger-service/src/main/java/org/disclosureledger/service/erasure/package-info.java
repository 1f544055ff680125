/**
 * Erasing a request's personal data under a retention rule: rules, decision, and what is left to do
 * after it was recorded.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"envelope", "vocabulary", "form", "disclosure", "attachment"})
package org.disclosureledger.service.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
