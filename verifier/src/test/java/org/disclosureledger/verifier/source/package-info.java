/** Tests of sources against a server on this machine. */
@NullMarked
package org.disclosureledger.verifier.source;

import org.jspecify.annotations.NullMarked;
