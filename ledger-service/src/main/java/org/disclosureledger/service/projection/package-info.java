/** Feeds projections from the ledger, idempotently, and rebuilds them beside the serving one. */
@NullMarked
package org.disclosureledger.service.projection;

import org.jspecify.annotations.NullMarked;
