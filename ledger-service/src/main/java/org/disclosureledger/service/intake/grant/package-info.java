/** Who may open what: grants given, taken back and found. */
@NullMarked
package org.disclosureledger.service.intake.grant;

import org.jspecify.annotations.NullMarked;
