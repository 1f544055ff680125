/** Agencies' own lists against the register. */
@NullMarked
package org.disclosureledger.service.intake.reconciliation;

import org.jspecify.annotations.NullMarked;
