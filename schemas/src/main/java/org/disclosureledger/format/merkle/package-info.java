/** The Merkle tree of RFC 6962 and 9162 over entries: hashes, heads, proofs. */
@NullMarked
package org.disclosureledger.format.merkle;

import org.jspecify.annotations.NullMarked;
