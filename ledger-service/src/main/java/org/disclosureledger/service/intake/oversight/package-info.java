/** Inspections, drills and voluntary reports. */
@NullMarked
package org.disclosureledger.service.intake.oversight;

import org.jspecify.annotations.NullMarked;
