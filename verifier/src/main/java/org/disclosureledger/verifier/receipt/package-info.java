/** Checks one receipt (FORMAT §6) with a policy alone. */
@NullMarked
package org.disclosureledger.verifier.receipt;

import org.jspecify.annotations.NullMarked;
