/** Tests of the signature rule, with curve arithmetic of their own. */
@NullMarked
package org.disclosureledger.verifier.crypto;

import org.jspecify.annotations.NullMarked;
