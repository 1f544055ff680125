/** Tests of the checks: each rule, each flipped byte, each forgery. */
@NullMarked
package org.disclosureledger.verifier.check;

import org.jspecify.annotations.NullMarked;
