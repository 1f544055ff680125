/** Makes small ledgers in process, sound ones and ones that a forger has worked on. */
@NullMarked
package org.disclosureledger.verifier.ledger;

import org.jspecify.annotations.NullMarked;
