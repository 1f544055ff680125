/** Enterprises beside one another, for who supervises several. */
@NullMarked
package org.disclosureledger.service.intake.comparison;

import org.jspecify.annotations.NullMarked;
