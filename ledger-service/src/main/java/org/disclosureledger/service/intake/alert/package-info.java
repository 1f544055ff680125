/** Alerts. */
@NullMarked
package org.disclosureledger.service.intake.alert;

import org.jspecify.annotations.NullMarked;
