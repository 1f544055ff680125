/** How long personal data is kept: the rules in force, and others in their place. */
@NullMarked
package org.disclosureledger.service.intake.retention;

import org.jspecify.annotations.NullMarked;
