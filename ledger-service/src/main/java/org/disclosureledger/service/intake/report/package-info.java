/** Reports: freeze, amend, submit, read. */
@NullMarked
package org.disclosureledger.service.intake.report;

import org.jspecify.annotations.NullMarked;
