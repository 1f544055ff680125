/** Every figure of a period, as JSON and as CSV. */
@NullMarked
package org.disclosureledger.service.intake.statistics;

import org.jspecify.annotations.NullMarked;
