/** Copies a served ledger into an export directory, checking all it fetches. */
@NullMarked
package org.disclosureledger.verifier.mirror;

import org.jspecify.annotations.NullMarked;
