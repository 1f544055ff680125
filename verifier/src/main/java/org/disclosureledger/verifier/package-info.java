/** The standalone verifier: one class a grade, and the sources it reads from. */
@NullMarked
package org.disclosureledger.verifier;

import org.jspecify.annotations.NullMarked;
