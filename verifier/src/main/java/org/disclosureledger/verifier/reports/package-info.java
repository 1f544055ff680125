/** What people reported, held against the figures that the ledger gives (REPORTS §7). */
@NullMarked
package org.disclosureledger.verifier.reports;

import org.jspecify.annotations.NullMarked;
