/** The register and turnaround, as lists and as CSV. */
@NullMarked
package org.disclosureledger.service.intake.register;

import org.jspecify.annotations.NullMarked;
