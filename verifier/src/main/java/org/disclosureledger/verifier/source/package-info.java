/** Where a ledger's files are read from: a directory or a server. */
@NullMarked
package org.disclosureledger.verifier.source;

import org.jspecify.annotations.NullMarked;
