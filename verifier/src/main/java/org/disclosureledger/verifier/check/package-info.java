/** One check a grade of FORMAT §8, and the pass over the entries that feeds them. */
@NullMarked
package org.disclosureledger.verifier.check;

import org.jspecify.annotations.NullMarked;
