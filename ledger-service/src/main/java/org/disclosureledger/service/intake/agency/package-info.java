/** The agency register. */
@NullMarked
package org.disclosureledger.service.intake.agency;

import org.jspecify.annotations.NullMarked;
