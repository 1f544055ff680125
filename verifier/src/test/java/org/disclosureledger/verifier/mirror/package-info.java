/** Tests of mirroring against a server on this machine. */
@NullMarked
package org.disclosureledger.verifier.mirror;

import org.jspecify.annotations.NullMarked;
