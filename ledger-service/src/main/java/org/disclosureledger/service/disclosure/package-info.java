/** The vault: disclosures of starred values, and who an actor id stands for. */
@NullMarked
package org.disclosureledger.service.disclosure;

import org.jspecify.annotations.NullMarked;
