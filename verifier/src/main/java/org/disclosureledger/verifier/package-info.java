/** The standalone verifier's command line; the work is done in the packages below. */
@NullMarked
package org.disclosureledger.verifier;

import org.jspecify.annotations.NullMarked;
